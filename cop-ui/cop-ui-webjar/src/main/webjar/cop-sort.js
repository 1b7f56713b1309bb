/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * Sorts what is chosen for the places of a form: by dragging, and by buttons, which a keyboard and a finger reach. Without
 * it one chooses for each place.
 */

let dragged = null;

function button(sign, label, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn btn-default btn-sm cop-sort';
  made.textContent = sign;
  made.setAttribute('aria-label', label);
  made.addEventListener('click', act);
  return made;
}

/** Puts what is still missing into the empty places, so that there is something to sort. */
function fill(selects) {
  const taken = new Set(selects.map(select => select.value));
  const rest = [...selects[0].options].map(option => option.value).filter(value => value && !taken.has(value));
  selects.filter(select => !select.value).forEach(select => { select.value = rest.shift() ?? ''; });
}

function chosen(select) {
  return select.value ? select.selectedOptions[0].textContent.trim() : '';
}

/**
 * Makes a group of selects sortable, all of which offer the same. What is chosen a second time changes places with the
 * first one.
 */
export function watchSort(group, announce) {
  const { copSortUp: up, copSortDown: down, copSortPlace: place } = group.dataset;
  const rows = [...group.querySelectorAll('.cop-rank')].filter(row => row.querySelector('select'));
  const selects = rows.map(row => row.querySelector('select'));
  if (selects.length < 2) {
    return;
  }
  if (group.hasAttribute('data-cop-sort-fill')) {
    fill(selects);
  }
  let before = selects.map(select => select.value);
  const buttons = [];
  const name = () => {
    before = selects.map(select => select.value);
    rows.forEach((row, index) => {
      buttons[index][0].setAttribute('aria-label', up.replace('{0}', () => chosen(selects[index])));
      buttons[index][1].setAttribute('aria-label', down.replace('{0}', () => chosen(selects[index])));
    });
  };
  const move = (from, to) => {
    const order = selects.map(select => select.value);
    order.splice(to, 0, ...order.splice(from, 1));
    selects.forEach((select, index) => { select.value = order[index]; });
    name();
    selects[to].dispatchEvent(new Event('input', { bubbles: true }));
    announce(place.replace('{1}', String(to + 1)).replace('{0}', () => chosen(selects[to])));
  };
  rows.forEach((row, index) => {
    const step = (by, side) => () => {
      move(index, index + by);
      const pair = buttons[index + by];
      (pair[side].disabled ? pair[1 - side] : pair[side]).focus();
    };
    buttons.push([button('↑', '', step(-1, 0)), button('↓', '', step(1, 1))]);
    buttons[index][0].disabled = index === 0;
    buttons[index][1].disabled = index === rows.length - 1;
    const handle = document.createElement('span');
    handle.className = 'cop-sort-handle';
    handle.setAttribute('aria-hidden', 'true');
    handle.textContent = '⠿';
    handle.draggable = true;
    handle.addEventListener('dragstart', event => {
      dragged = { group, index };
      event.dataTransfer?.setData('text/plain', chosen(selects[index]));
      event.dataTransfer?.setDragImage(row, 0, 0);
    });
    handle.addEventListener('dragend', () => { dragged = null; });
    row.addEventListener('dragover', event => {
      if (dragged?.group === group) {
        event.preventDefault();
      }
    });
    row.addEventListener('drop', event => {
      if (dragged?.group === group) {
        event.preventDefault();
        move(dragged.index, index);
        dragged = null;
      }
    });
    row.prepend(handle);
    row.append(...buttons[index]);
    selects[index].addEventListener('change', () => {
      const { value } = selects[index];
      const other = selects.findIndex((select, at) => at !== index && value && select.value === value);
      if (other >= 0) {
        selects[other].value = before[index];
      }
      name();
    });
  });
  name();
}
