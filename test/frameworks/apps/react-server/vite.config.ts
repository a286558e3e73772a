import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [react()],
  // React says what does not fit the server's HTML in its development build only.
  define: { 'process.env.NODE_ENV': '"development"' },
});
