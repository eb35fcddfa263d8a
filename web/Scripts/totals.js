// Totals of tables while somebody types, and whether they agree with what they must agree with.
import { all } from './dom.js';
import { read, sum, write } from './figures.js';

const column = (table, id) => all(table, '[data-cell]').filter((box) => box.dataset.cell.endsWith(`/${id}`));

export function addUp(form) {
  const update = () => {
    all(form, '[data-table]').forEach(totals);
    all(form, '[data-agreement]').forEach((one) => agree(form, one));
  };
  form.addEventListener('input', update);
  if (form.querySelector('[data-table], [data-agreement]')) update();
}

function totals(table) {
  const kinds = all(table, '[data-total]');
  const money = kinds.length > 0 && kinds[0].dataset.kind === 'Money';
  for (const total of kinds) show(total, column(table, total.dataset.total), total.dataset.kind === 'Money');
  for (const total of all(table, '[data-row-total]')) show(total, all(table, '[data-cell]').filter((box) => box.dataset.cell.startsWith(`${total.dataset.rowTotal}/`)), money);
  for (const total of all(table, '[data-total-of-all]')) show(total, all(table, '[data-cell]'), money);
}

function show(total, boxes, money) {
  const text = write(sum(boxes) ?? 0n, money);
  if (total.textContent !== text) total.textContent = text;
}

// A figure as the form names it: question, table/column or table/row/column. Undefined where it is not on this page.
function figure(form, name) {
  const [question, ...place] = name.split('/');
  const table = form.querySelector(`[data-table="${question}"]`);
  if (table) {
    const boxes = place.length === 0 ? all(table, '[data-cell]') : place.length === 1 ? column(table, place[0]) : all(table, `[data-cell="${place.join('/')}"]`);
    return sum(boxes);
  }
  const box = form.elements.namedItem(question);
  return box instanceof HTMLInputElement && box.type === 'text' ? read(box.value) ?? null : undefined;
}

const stored = (text) => (text ? read(text) ?? null : null);

function agree(form, one) {
  const subject = figure(form, one.dataset.subject);
  const parts = one.dataset.of.split(' ').map((name) => figure(form, name));
  const known = parts.filter((part) => part !== undefined);
  if (known.length > 0 && known.length < parts.length) return;
  const [left, right] = [
    subject === undefined ? stored(one.dataset.figure) : subject,
    known.length === 0 ? stored(one.dataset.ofTotal) : known.reduce((total, part) => (part === null ? total : (total ?? 0n) + part), null),
  ];
  const state = left === null || right === null ? 'open' : left === right ? 'holds' : 'differs';
  const money = one.dataset.kind === 'Money';
  const sentence = state === 'differs' ? one.dataset.differs.replace('{0}', write(left, money)).replace('{1}', write(right, money)) : one.dataset[state];
  one.classList.toggle('portal-agreement--holds', state === 'holds');
  one.classList.toggle('portal-agreement--differs', state === 'differs');
  one.querySelector('.portal-agreement__mark').textContent = { holds: '✓', differs: '✗', open: '' }[state];
  const words = one.querySelector('.portal-agreement__words');
  if (words.textContent !== sentence) words.textContent = sentence;
}
