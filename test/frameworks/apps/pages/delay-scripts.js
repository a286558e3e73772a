/** As optimising plugins do it: the scripts of the page run one after the other once somebody moves, long after it has loaded. */
(function () {
  var signs = ['keydown', 'mousemove', 'mousedown', 'touchstart', 'wheel', 'scroll'];
  var waiting = [].slice.call(document.querySelectorAll('script[type="text/delayed"]'));

  function start() {
    signs.forEach(function (sign) {
      removeEventListener(sign, start, true);
    });
    next();
  }

  function next() {
    var old = waiting.shift();
    // Those that waited for the page to be ready have missed it.
    if (!old) return void document.dispatchEvent(new Event('DOMContentLoaded'));
    var script = document.createElement('script');
    [].forEach.call(old.attributes, function (attribute) {
      if (attribute.name === 'data-delayed-src') script.setAttribute('src', attribute.value);
      else if (attribute.name !== 'type') script.setAttribute(attribute.name, attribute.value);
    });
    script.onload = script.onerror = next;
    old.parentNode.replaceChild(script, old);
  }

  signs.forEach(function (sign) {
    addEventListener(sign, start, true);
  });
})();
