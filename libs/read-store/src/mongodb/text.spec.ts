import fc from 'fast-check';
import { storedText, textOf } from './text.js';

const texts = fc.array(
  fc.constantFrom('', 'a', ' ', '道', '５', '\ud7ff', '\ue000', '\ufffe', '\uffff', '🚕', '\u{10ffff}'),
);

describe('a stored text', () => {
  it('comes back as it was, and is ordered as code points both by bytes and by units', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const [a, b] = [one.join(''), other.join('')];
        expect(textOf(storedText(a))).toBe(a);
        const order = Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)));
        const [storedA, storedB] = [storedText(a), storedText(b)];
        expect(Math.sign(Buffer.compare(Buffer.from(storedA), Buffer.from(storedB)))).toBe(order);
        expect(Number(storedA > storedB) - Number(storedA < storedB)).toBe(order);
      }),
    );
  });
});
