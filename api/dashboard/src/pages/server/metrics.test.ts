import {expect, test} from 'vitest';
import {readFigures} from './metrics.ts';

const kText = `# HELP langnghe_ledger_records Records of the ledger.
langnghe_ledger_records{ledger="1"} 605
langnghe_ledger_records{ledger="2"} 2301
langnghe_view_records{ledger="1"} 600
langnghe_view_records{ledger="2"} 2301
langnghe_signed_records{ledger="1"} 605
langnghe_signed_records{ledger="2"} 2301
langnghe_consumer_failing{consumer="search",ledger="1"} 0
langnghe_consumer_failing{consumer="proofs",ledger="1"} 1
langnghe_ledger_check_result{ledger="1",result="clean"} 1
langnghe_ledger_check_timestamp_seconds{ledger="1"} 1795981497
langnghe_ledger_check_timestamp_seconds{ledger="2"} 1795981400
`;

test('the figures of all ledgers are one', () => {
  expect(readFigures(kText)).toEqual({records: 2906, signed: 2906, behind: 5, checkedAt: 1795981400, isClean: true, failing: ['proofs']});
});

test('a ledger that differs is told', () => {
  expect(readFigures('langnghe_ledger_check_result{ledger="1",result="differs"} 1\n').isClean).toBe(false);
  expect(readFigures('').checkedAt).toBeNull();
});
