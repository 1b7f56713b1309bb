/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* XWiki puts classic scripts on a page; the suite's are modules. Their addresses stand in the page's head. */
document.querySelectorAll('head link.cop-module').forEach(function (link) {
  import(link.href);
});
