import { randomInt } from 'node:crypto';
import type { DatabaseTransaction } from '../database/database.ts';

/** Crockford's base 32: no I, L, O or U, so that a number survives being read out. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/** A number that no ticket has: random, longer where six characters were taken. */
export async function freeTicketNumber(transaction: DatabaseTransaction): Promise<string> {
  for (let length = LENGTH; ; length += 1) {
    const number = `HT-${randomDigits(length)}`;
    const taken = await transaction.selectFrom('tickets').select('id').where('number', '=', number).executeTakeFirst();
    if (!taken) return number;
  }
}

function randomDigits(length: number): string {
  let digits = '';
  while (digits.length < length) digits += DIGITS.charAt(randomInt(DIGITS.length));
  return digits;
}
