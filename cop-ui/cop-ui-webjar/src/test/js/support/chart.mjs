/* SPDX-License-Identifier: LGPL-2.1-or-later */
/** Stands for Chart.js: keeps what it is asked to draw. */
class Chart {
  constructor(canvas, configuration) {
    canvas.drawn = configuration;
  }
}

export default { Chart };
