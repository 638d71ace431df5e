import { registeredFact, registration } from '@sunlit/casework/testing';
import { accepted, as, command, due, given, open } from './complaint.scenes.js';
import type { ComplaintFact } from './complaint.events.js';

const named = (coded: object, texts: object = {}): ComplaintFact =>
  ({ type: 'AttributesGiven', data: { coded, texts } }) as ComplaintFact;
const register = (more: object) => command('RegisterCase', registration('complaint', more));
const object = (line: string) => ({ object: { line } });

describe('what a matter names of itself', () => {
  it('are codes of the lists, and words where the office lists none', () =>
    given()
      .when(register({ attributes: { field: 'city', line: 'bus-5', station: '东站' } }))
      .then(registeredFact('complaint'), named({ field: 'city', line: 'bus-5' }, { station: '东站' }), accepted, due));
  it('is what its category declares, or one above it', () => {
    given()
      .when(register({ category: 'bus.route', attributes: { company: '某公司', station: '东站' } }))
      .thenMatching({}, { data: { texts: { company: '某公司', station: '东站' } } }, {}, {});
    given()
      .when(register({ category: 'bus', attributes: { company: '某公司' } }))
      .thenRefused('AttributeNotDeclared');
  });
  it('is anything where neither declares any', () =>
    given()
      .when(register({ category: 'taxi', attributes: { road: '建设路' } }))
      .thenMatching({}, { data: { coded: {}, texts: { road: '建设路' } } }, {}, {}));
  it.each([
    ['an unlisted line', { line: '五路' }],
    ['a line that is another kind of object', { station: '东站', line: 'city' }],
    ['a field that ended', { field: 'water' }],
    ['a district where no district is listed', { district: 'weidu' }],
  ])('is not %s', (_, attributes) =>
    given()
      .when(register({ category: 'taxi', attributes }))
      .thenRefused('UnknownCode'),
  );
  it('holds for the object as well, which stays where it was', () => {
    given()
      .when(register(object('五路')))
      .thenRefused('UnknownCode');
    given()
      .when(register(object('bus-5')))
      .then(registeredFact('complaint', object('bus-5')), named({ line: 'bus-5' }), accepted, due);
  });
  it('goes without a word where only an unlisted object is named', () =>
    given()
      .when(register({ object: { company: '某公司' } }))
      .then(registeredFact('complaint', { object: { company: '某公司' } }), accepted, due));
  it('is put right with the object', () =>
    given(registeredFact('complaint', object('bus-5')), named({ field: 'city', line: 'bus-5' }), accepted, due)
      .when(command('CorrectDetails', { changes: object('bus-6'), reason: '听错' }))
      .then(
        { type: 'DetailsCorrected', data: { changes: object('bus-6'), reason: '听错' } },
        named({ field: 'city', line: 'bus-6' }),
      ));
  it('or given anew, in place of all before', () => {
    const set = command('SetAttributes', { attributes: { line: 'bus-6' } }, as('operator'));
    given(...open, named({ field: 'city', line: 'bus-5' }))
      .when(set)
      .then(named({ line: 'bus-6' }));
    given(...open, named({ line: 'bus-6' }))
      .when(set)
      .thenNothing();
  });
});
