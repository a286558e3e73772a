/** The last step of `npm run build`: what frameworks and editors want to know of the element, from custom-elements.json. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Package } from 'custom-elements-manifest/schema.js';
import { editorData } from './editor-data.ts';
import { frameworkTypes } from './framework-types.ts';
import { widgetIn } from './widget-manifest.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const widget = widgetIn(read('custom-elements.json') as Package);
const published = read('package.json') as { name: string; version: string };

mkdirSync('dist/frameworks', { recursive: true });
for (const [file, types] of frameworkTypes(widget)) writeFileSync(`dist/frameworks/${file}`, types);
for (const [file, data] of editorData(widget, published)) writeFileSync(`dist/${file}`, JSON.stringify(data, null, 2));
