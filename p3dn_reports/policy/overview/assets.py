"""The page's style and script: nothing is fetched, and without a script everything is shown."""

from __future__ import annotations

STYLE = """
:root { --garis: #b9bec4; --redup: #55606b; --dasar: #f4f6f8; --tegas: #7a1f1f; }
* { box-sizing: border-box; }
body { font: 15px/1.5 system-ui, "Segoe UI", sans-serif; color: #16191d; max-width: 76rem; margin: 0 auto;
  padding: 0 1rem 4rem; }
h1 { font-size: 1.6rem; margin: 1.5rem 0 .2rem; } h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem;
  border-bottom: 2px solid var(--garis); } h3 { font-size: 1.05rem; margin: 0 0 .3rem; }
h4 { font-size: .95rem; margin: .8rem 0 .2rem; }
a { color: #0b4f8a; } p { margin: .25rem 0; } ul { margin: .3rem 0; padding-left: 1.2rem; }
.alat { position: sticky; top: 0; background: #fff; padding: .6rem 0; border-bottom: 1px solid var(--garis);
  display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center; z-index: 1; }
.alat input[type=search] { min-width: 18rem; } .alat output { color: var(--redup); }
.alat[hidden] { display: none; } nav ul { columns: 3 14rem; }
article { border: 1px solid var(--garis); border-radius: 4px; padding: .6rem .8rem; margin: .6rem 0; }
article > h3 small, .redup, small { color: var(--redup); font-weight: normal; }
article:target { outline: 3px solid #e0b400; }
.tabel { overflow-x: auto; } table { border-collapse: collapse; width: 100%; margin: .3rem 0; }
th, td { border: 1px solid var(--garis); padding: .3rem .5rem; text-align: left; vertical-align: top; }
th { background: var(--dasar); } td.nilai { white-space: nowrap; font-weight: 600; }
blockquote { margin: .2rem 0 .5rem; padding: .2rem .7rem; background: var(--dasar);
  border-left: 3px solid var(--garis); }
.kosong td, .kosong { color: var(--tegas); } del { text-decoration: none; border-bottom: 1px dotted var(--tegas); }
ins { text-decoration: none; color: var(--tegas); }
.masuk1 { margin-left: 1.5rem; } .masuk2 { margin-left: 3rem; } .masuk3 { margin-left: 4.5rem; }
.masuk4, .masuk5 { margin-left: 6rem; }
.sembunyi, .bukan-saatnya { display: none; } .hampa-pesan { display: none; color: var(--tegas); }
.hampa > .hampa-pesan { display: block; }
@page { size: A4; margin: 18mm 15mm; }
@media print { body { max-width: none; font-size: 9.5pt; padding: 0; } .alat, nav { display: none; }
  article, tr, blockquote { break-inside: avoid; } article.panjang { break-inside: auto; }
  .tabel { overflow: visible; } th, td { overflow-wrap: anywhere; padding: .15rem .3rem; }
  table.putusan { font-size: 8.5pt; } h2, h3, h4 { break-after: avoid; } thead { display: table-header-group; }
  a { color: inherit; }
  th, blockquote { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  details > summary { display: none; } }
"""

SCRIPT = """
'use strict';
(function () {
  var region = document.getElementById('pilih-daerah'), day = document.getElementById('pilih-tanggal');
  var search = document.getElementById('cari'), count = document.getElementById('banyak');
  var all = function (within, what) { return Array.prototype.slice.call(within.querySelectorAll(what)); };
  var parts = function (node) { return (node.dataset.daerah ? [node] : []).concat(all(node, '[data-daerah]')); };
  var articles = all(document, 'article').map(function (node) {
    return {node: node, text: node.textContent.toLowerCase(), parts: parts(node)};
  });
  var timed = all(document, '[data-sejak]');
  var holds = function (node) {
    var to = node.dataset.sampai;
    return !day.value || (node.dataset.sejak <= day.value && (!to || day.value <= to));
  };
  var concerns = function (node) {
    return !region.value || node.dataset.daerah.split(' ').indexOf(region.value) >= 0;
  };
  var show = function () {
    var words = search.value.toLowerCase().split(/\\s+/).filter(Boolean), shown = 0;
    timed.forEach(function (node) { node.classList.toggle('bukan-saatnya', !holds(node)); });
    all(document, '[data-daerah]').forEach(function (node) {
      var there = concerns(node);
      node.classList.toggle('sembunyi', !there);
      var rows = all(node, '[data-sejak]');
      node.classList.toggle('hampa', rows.length > 0 && rows.every(function (one) { return !holds(one); }));
    });
    articles.forEach(function (one) {
      var there = !one.parts.length || one.parts.some(concerns);
      var found = there && words.every(function (word) { return one.text.indexOf(word) >= 0; });
      one.node.classList.toggle('sembunyi', !found);
      shown += found ? 1 : 0;
    });
    all(document, 'details').forEach(function (node) { if (words.length) { node.open = true; } });
    count.textContent = shown + ' dari ' + articles.length + ' bagian';
  };
  var reveal = function () {
    var node = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var up = node; up; up = up.parentElement) {
      if (up.tagName === 'DETAILS') { up.open = true; }
      up.classList.remove('sembunyi');
    }
    if (node) { node.scrollIntoView(); }
  };
  [region, day].forEach(function (one) { one.addEventListener('change', show); });
  search.addEventListener('input', show);
  window.addEventListener('hashchange', reveal);
  window.addEventListener('beforeprint', function () {
    all(document, 'details').forEach(function (node) { node.open = true; });
  });
  document.querySelector('.alat').hidden = false;
  show();
  reveal();
}());
"""
