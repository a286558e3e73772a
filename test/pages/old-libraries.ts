/**
 * What old libraries did to the page around them, in short and as far as it is known to break others. Written for these pages from
 * what their documentation says; no code of theirs.
 */

/** Assigned, as they did it: so it is enumerable. */
const EXTEND = `function extend(object, members) { for (var name in members) object[name] = members[name]; }`;

/** Prototype.js 1.7.3, the last one. */
export const prototype17 = `<script>${EXTEND}
function $A(list) {
  if (!list) return [];
  if ('toArray' in Object(list)) return list.toArray();
  var all = new Array(list.length || 0);
  for (var i = 0; i < all.length; i++) all[i] = list[i];
  return all;
}
Array.from = $A;
function toArray() { return Array.prototype.slice.call(this); }
extend(Array.prototype, {
  each: Array.prototype.forEach, toArray: toArray, entries: toArray, clone: toArray,
  detect: Array.prototype.find, find: function (test, context) { return this.filter(test, context)[0]; },
  include: Array.prototype.includes, first: function () { return this[0]; }, last: function () { return this[this.length - 1]; },
  size: function () { return this.length; }, inspect: function () { return '[' + this.join() + ']'; },
  without: function () {}, uniq: function () {}, invoke: function () {}, pluck: function () {}, zip: function () {}, _each: function () {}
});
extend(String.prototype, { gsub: function () {}, sub: function () {}, strip: String.prototype.trim, times: function () {}, empty: function () { return !this.length; },
  include: String.prototype.includes, toArray: function () { return this.split(''); }, evalJSON: function () {}, blank: function () { return /^\\s*$/.test(this); } });
extend(Function.prototype, { curry: function () {}, delay: function () {}, defer: function () {}, wrap: function () {}, methodize: function () {} });
extend(Number.prototype, { times: function () {}, succ: function () { return this + 1; } });
extend(Object, { extend: extend, clone: function () {}, isString: function () {}, isArray: Array.isArray, toJSON: JSON.stringify, inspect: String,
  keys: function (object) { var keys = []; for (var key in object) if (Object.prototype.hasOwnProperty.call(object, key)) keys.push(key); return keys; } });
extend(HTMLElement.prototype, {
  remove: function () { this.parentNode.removeChild(this); return this; },
  scrollTo: function () { var box = this.getBoundingClientRect(); window.scrollTo(box.left + scrollX, box.top + scrollY); return this; },
  update: function (text) { this.textContent = text; return this; }, replace: function () {}, insert: function () {}, wrap: function () {},
  hide: function () { this.style.display = 'none'; return this; }, show: function () { this.style.display = ''; return this; },
  toggle: function () {}, visible: function () {}, select: function (css) { return this.querySelectorAll(css); }, match: Element.prototype.matches,
  next: function () { return this.nextElementSibling; }, up: function () { return this.parentNode; }, down: function () {}, identify: function () {},
  observe: function () {}, fire: function () {}, clone: function () {}, empty: function () {}, absolutize: function () {}, getStyle: function () {}
});
extend(Event.prototype, { stop: function () { this.preventDefault(); this.stopPropagation(); }, element: function () { return this.target; }, inspect: function () {} });
window.$ = function (id) { return document.getElementById(id); };
window.$$ = function (css) { return document.querySelectorAll(css); };
window.Hash = window.Class = window.Ajax = window.Template = window.Enumerable = function () {};
</script>`;

/** Prototype.js 1.6, from before browsers had JSON: everything says itself how it looks there, and most of the list methods are its own. */
export const prototype16 = `${prototype17}<script>
extend(Array.prototype, {
  toJSON: function () { return '[' + this.map(Object.toJSON).join(', ') + ']'; },
  map: function (change, context) { var all = []; for (var i = 0; i < this.length; i++) all.push((change || String).call(context, this[i], i)); return all; },
  filter: function (test, context) { var all = []; for (var i = 0; i < this.length; i++) if (test.call(context, this[i], i)) all.push(this[i]); return all; },
  reverse: function (inline) { var all = []; for (var i = this.length; i--;) all.push(this[i]); return all; },
  flatten: function () { return this; }, compact: function () { return this; }
});
extend(String.prototype, { toJSON: function () { return '"' + this + '"'; } });
extend(Number.prototype, { toJSON: function () { return String(this); } });
extend(Date.prototype, { toJSON: function () { return '"' + this.toISOString() + '"'; } });
Object.keys = function (object) { var keys = []; for (var key in object) keys.push(key); return keys; };
Object.values = function (object) { var values = []; for (var key in object) values.push(object[key]); return values; };
RegExp.prototype.match = RegExp.prototype.test;
</script>`;

/** MooTools 1.6 with its compatibility layer. */
export const mooTools = `<script>${EXTEND}
Array.from = function (item) {
  if (item == null) return [];
  return typeof item !== 'string' && typeof item.length === 'number' ? Array.prototype.slice.call(item) : [item];
};
Function.from = function (item) { return typeof item === 'function' ? item : function () { return item; }; };
String.from = String; Number.from = parseFloat;
extend(Array.prototype, { each: Array.prototype.forEach, clean: function () {}, contains: Array.prototype.includes, append: function () {}, empty: function () { this.length = 0; return this; },
  include: function (item) { if (!this.includes(item)) this.push(item); return this; }, erase: function () {}, pick: function () {}, getLast: function () {}, flatten: function () {}, $family: function () { return 'array'; } });
extend(String.prototype, { test: function (pattern) { return new RegExp(pattern).test(this); }, contains: String.prototype.includes, clean: String.prototype.trim, toInt: function () { return parseInt(this, 10); },
  substitute: function () {}, capitalize: function () {}, $family: function () { return 'string'; } });
extend(Function.prototype, { extend: function (members) { extend(this, members); return this; }, implement: function (members) { extend(this.prototype, members); return this; },
  attempt: function () {}, pass: function () {}, delay: function () {}, periodical: function () {}, $family: function () { return 'function'; },
  bind: function (self) { var run = this, given = [].slice.call(arguments, 1); return function () { return run.apply(self, given.concat([].slice.call(arguments))); }; } });
extend(Number.prototype, { limit: function () {}, round: function () {}, times: function () {}, toInt: function () { return parseInt(this, 10); } });
extend(Object, { each: function () {}, merge: Object.assign, clone: function () {}, append: extend, contains: function () {}, map: function () {}, filter: function () {} });
var NativeElement = window.Element, NativeEvent = window.Event;
window.Element = function (tag, members) { var element = document.createElement(tag); extend(element, members); return element; };
window.Element.prototype = NativeElement.prototype;
window.Event = function (event) { this.event = event || window.event; this.target = this.event && this.event.target; };
window.Event.prototype = { stop: function () {}, preventDefault: function () {} };
extend(NativeElement.prototype, { get: function (name) { return this.getAttribute(name); }, set: function (name, value) { this.setAttribute(name, value); return this; }, erase: function () {},
  adopt: function () {}, grab: function () {}, inject: function () {}, dispose: function () {}, destroy: function () {}, empty: function () {}, clone: function () {}, match: NativeElement.prototype.matches,
  addEvent: function () {}, fireEvent: function () {}, addClass: function () {}, hasClass: function () {}, getSize: function () {}, $family: function () { return 'element'; },
  scrollTo: function (x, y) { this.scrollLeft = x; this.scrollTop = y; return this; } });
document.id = window.$ = function (id) { return document.getElementById(id); };
window.$$ = function (css) { return document.querySelectorAll(css); };
window.Class = window.Type = window.Request = function () {};
</script>`;
