/** Puts a tag of the owner's onto the page as tag managers do: by its text, script by script, and without any attribute. */
(function () {
  'use strict';
  function run() {
    var holder = document.createElement('div');
    holder.style.display = 'none';
    document.body.appendChild(holder);
    holder.innerHTML = document.getElementById('tag').innerHTML;
    [].forEach.call(holder.querySelectorAll('script'), function (inert) {
      var script = document.createElement('script');
      script.text = inert.text;
      inert.parentNode.replaceChild(script, inert);
    });
    window.dataLayer.push({ event: 'tags-ran' });
  }
  if (document.readyState === 'complete') run();
  else window.addEventListener('load', run);
})();
