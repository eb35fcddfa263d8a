// The cells of a table as rows of boxes; moving between them, and pasting a block that was copied from a spreadsheet.
import { all, changed, make, say } from './dom.js';
import { read } from './figures.js';

export const rowsOf = (table) => all(table, 'tr').map((row) => all(row, '[data-cell]')).filter((row) => row.length > 0);

export function helpWithCells(table) {
  table.addEventListener('keydown', (event) => move(table, event));
  table.addEventListener('paste', (event) => paste(table, event));
}

// Up, down and Enter go to the box above or below; left and right only from the end of what stands in a box. Tab stays the browser's.
function move(table, event) {
  const box = event.target;
  if (!box.matches?.('[data-cell]') || event.altKey || event.ctrlKey || event.metaKey) return;
  const atStart = box.selectionStart === 0 && box.selectionEnd === 0;
  const atEnd = box.selectionStart === box.value.length;
  const whole = box.selectionStart === 0 && box.selectionEnd === box.value.length;
  const step = {
    ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [event.shiftKey ? -1 : 1, 0],
    ArrowLeft: atStart || whole ? [0, -1] : null, ArrowRight: atEnd || whole ? [0, 1] : null,
  }[event.key];
  if (!step || (event.shiftKey && event.key !== 'Enter')) return;
  event.preventDefault();
  const rows = rowsOf(table);
  const at = rows.findIndex((row) => row.includes(box));
  const next = rows[at + step[0]]?.[rows[at].indexOf(box) + step[1]];
  next?.focus();
  next?.select();
}

function paste(table, event) {
  const start = event.target;
  const text = event.clipboardData?.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n$/, '') ?? '';
  if (!start.matches?.('[data-cell]') || !/[\t\n]/.test(text)) return;
  event.preventDefault();
  const rows = rowsOf(table);
  const top = rows.findIndex((row) => row.includes(start));
  const left = rows[top].indexOf(start);
  const before = [];
  const unfit = [];
  text.split('\n').forEach((line, down) => line.split('\t').forEach((cell, right) => {
    const value = cell.trim().replace(/^"(.*)"$/, '$1');
    const box = rows[top + down]?.[left + right];
    const figure = read(value);
    if (box && figure !== undefined) {
      before.push([box, box.value]);
      box.value = value.replace(/[£,\s]/g, '');
    } else if (value !== '') {
      unfit.push(value);
    }
  }));
  before.forEach(([box]) => changed(box));
  tell(table, before, unfit);
}

function tell(table, before, unfit) {
  table.parentElement.querySelector('.portal-pasted')?.remove();
  const note = make('div', 'portal-pasted', '', { role: 'status' });
  table.after(note);
  const filled = say(before.length === 1 ? 'pastedOne' : 'pasted', before.length);
  const shown = unfit.slice(0, 5).map((value) => `“${value}”`).join(', ') + (unfit.length > 5 ? ' …' : '');
  note.append(make('span', '', filled + (unfit.length ? ' ' + say('unfit', unfit.length, shown) : '') + ' '));
  const undo = make('button', 'portal-pasted__undo', say('undo'), { type: 'button' });
  undo.addEventListener('click', () => {
    before.forEach(([box, value]) => {
      box.value = value;
      changed(box);
    });
    note.replaceChildren(make('span', '', say('undone')));
    before[0]?.[0].focus();
  });
  note.append(undo);
}
