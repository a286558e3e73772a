import { defineConfig } from 'vite';

export default defineConfig({ base: './', oxc: { jsx: { importSource: 'preact' } } });
