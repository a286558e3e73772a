import type { Results } from '../support/results.ts';
import type { Answer, Proof } from './answer.ts';
import type { Answers } from './answers.ts';
import { CRITERIA, type CriterionNumber } from './criteria.ts';
import { titlesInSources, troubleWith } from './named-tests.ts';

/** Why there can be no report, as sentences: a criterion that nothing is said of, and tests that are missing, failed or did not run. */
export function problemsOf(
  answers: Answers,
  results: Results | undefined,
  titles = titlesInSources(),
): readonly string[] {
  const unanswered = CRITERIA.filter(([number]) => !isAnswered(answers[number])).map(
    ([number, name]) =>
      `${number} ${name} has neither a test, nor a reason why it is not applicable, nor a mark that it is not yet evaluated`,
  );
  const troubles = [...criteriaByProof(answers)].flatMap(([proof, numbers]) =>
    troubleWith(proof, titles, results).map((trouble) => `${trouble}: ${numbers.join(', ')}`),
  );
  return [...unanswered, ...troubles];
}

function isAnswered(answer: Answer | undefined): boolean {
  if (!answer) return false;
  switch (answer.conformance) {
    case 'Not applicable':
      return answer.reason !== '';
    case 'Not yet evaluated with assistive technology':
      return answer.how !== '';
    default:
      return answer.tests.length > 0;
  }
}

/** Each proof with the criteria that rest on it: rows in their order, then titles. */
function criteriaByProof(answers: Answers): ReadonlyMap<Proof, readonly CriterionNumber[]> {
  const numbersOf = new Map<Proof, CriterionNumber[]>();
  for (const [number] of CRITERIA) {
    const answer = answers[number];
    for (const proof of answer && 'tests' in answer ? answer.tests : [])
      numbersOf.set(proof, [...(numbersOf.get(proof) ?? []), number]);
  }
  const rank = (proof: Proof) => (typeof proof === 'number' ? proof : Infinity);
  return new Map([...numbersOf].sort(([a], [b]) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b))));
}
