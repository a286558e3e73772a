/** What an old theme brings along: a library in the manner of its time, and handlers on everything. */
(function (window) {
  function $(what) {
    if (typeof what === 'function') return void $.ready(what);
    return new $.fn.init(what);
  }
  $.fn = $.prototype = {
    init: function (what) {
      var found = typeof what === 'string' ? document.querySelectorAll(what) : [what];
      for (var i = 0; i < found.length; i += 1) this[i] = found[i];
      this.length = found.length;
    },
    each: function (act) {
      for (var i = 0; i < this.length; i += 1) act.call(this[i], i, this[i]);
      return this;
    },
    on: function (type, handler) {
      return this.each(function () {
        this.addEventListener(type, function (event) {
          if (handler.call(this, event) === false) {
            event.preventDefault();
            event.stopPropagation();
          }
        });
      });
    },
  };
  $.fn.init.prototype = $.fn;
  $.ready = function (act) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', act);
    else act();
  };
  window.$ = window.jQuery = $;

  // Polyfills of the time, for everybody to find in their loops.
  Array.prototype.contains = function (item) {
    return this.indexOf(item) >= 0;
  };
  String.prototype.trim = function () {
    return this.replace(/^\s+|\s+$/g, '');
  };

  $(function () {
    $('form').on('submit', function () {
      return false;
    });
    $(document).on('keydown', function (event) {
      // The theme's search opens with a slash.
      if (event.key === '/') event.preventDefault();
    });
    $('a[href^="#"]').on('click', function () {
      window.scrollTo(0, 0);
      return false;
    });
  });
})(window);
