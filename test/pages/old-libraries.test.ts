import { mooTools, prototype16, prototype17 } from './old-libraries.js';
import { fallbackRow, row } from './row.js';

const tall = '<style>body { height: 5000px }</style>';

describe('hostile pages: old libraries', () => {
  row(11, 'Prototype.js 1.7', { head: prototype17 + tall });
  row(12, 'Prototype.js 1.6, whose toJSON everything has', { head: prototype16 + tall });
  row(13, 'MooTools 1.6', { head: mooTools + tall });
  row(14, 'every list has an enumerable "contains"', {
    head: '<script>Array.prototype.contains = function () {}; String.prototype.contains = function () {}</script>',
  });
  row(14, 'every object has an enumerable "evil"', {
    head: '<script>Object.prototype.evil = function () {}</script>',
  });
  fallbackRow(14, 'every object has a "get" that is undefined', {
    head: '<script>Object.prototype.get = undefined</script>',
  });
});
