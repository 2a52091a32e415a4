import { describe, expect, it } from 'vitest';
import type { ChoiceRule } from '../engine';
import { compileConstraint, followConstraint } from './constraint';
import type { TextTokenizer } from './tokenizer';

/** A tokenizer with a given vocabulary that always takes the longest token. */
function toyTokenizer(vocabulary: readonly string[]): TextTokenizer {
  const longestFirst = [...vocabulary].sort((a, b) => b.length - a.length);
  return {
    ids: [...vocabulary.keys()],
    bytesOf: (id) => new TextEncoder().encode(vocabulary[id] ?? ''),
    textOf: (id) => vocabulary[id] ?? '',
    encode: (text) => {
      const ids: number[] = [];
      let at = 0;
      while (at < text.length) {
        const token = longestFirst.find((candidate) => text.startsWith(candidate, at));
        if (token === undefined) throw new Error(`no token for ${text.slice(at)}`);
        ids.push(vocabulary.indexOf(token));
        at += token.length;
      }
      return ids;
    },
  };
}

const VOCABULARY = [
  ...[
    ':',
    '\n',
    '\n\n',
    ' Flu',
    ' (',
    'A',
    ')',
    ' ',
    ' B',
    ')',
    'ronch',
    'itis',
    '[1]',
    '[2]',
    'x',
  ],
  ...[' Asthma', '1.', '2.', 'F', 'l', 'u'],
];
const tokenizer = toyTokenizer(VOCABULARY);
const id = (token: string) => VOCABULARY.indexOf(token);

function follow(rule: Partial<ChoiceRule>, prefill = '') {
  return followAll(
    [{ after: [':'], oneOf: [], followedBy: '\n', distinct: 'nowhere', ...rule }],
    prefill,
  );
}

function followAll(choices: readonly ChoiceRule[], prefill = '') {
  const compiled = compileConstraint({ bannedTokens: ['[2]', '[9]'], choices }, tokenizer);
  const follower = followConstraint(compiled, prefill);
  return {
    compiled,
    banned: () => [...follower.banned()].map((one) => VOCABULARY[one]).sort(),
    accept: (...tokens: string[]) => {
      for (const token of tokens) follower.accept(id(token), token);
    },
    allowed: () => {
      const ids = follower.allowed();
      return ids && [...ids].map((one) => VOCABULARY[one]).sort();
    },
  };
}

describe('a decoding constraint', () => {
  it('bans whole tokens, and leaves out what is no token', () => {
    expect(follow({}).compiled.banned).toEqual(new Set([id('[2]')]));
  });

  it('restricts nothing until the text ends as the rule says', () => {
    const { accept, allowed } = follow({ oneOf: [' Flu'] });
    expect(allowed()).toBeUndefined();
    accept('x', 'A');
    expect(allowed()).toBeUndefined();
    accept(':');
    expect(allowed()).toEqual([' Flu']);
  });

  it('sees the prefill as text that was generated', () => {
    expect(follow({ oneOf: [' Flu'] }, 'Answer:').allowed()).toEqual([' Flu']);
  });

  it('follows the canonical tokens of each text, then `followedBy`, then lets go', () => {
    const { accept, allowed } = follow({ oneOf: [' Flu', ' Bronchitis'], followedBy: ' (' });
    accept(':');
    expect(allowed()).toEqual([' B', ' Flu']);
    accept(' B');
    expect(allowed()).toEqual(['ronch']);
    accept('ronch', 'itis');
    expect(allowed()).toEqual([' ', ' (']);
    accept(' (');
    expect(allowed()).toBeUndefined();
  });

  it('lets `followedBy` be spelled in any way that spells it', () => {
    const { accept, allowed } = follow({ oneOf: [' Flu'], followedBy: '\n\n' });
    accept(':', ' Flu');
    expect(allowed()).toEqual(['\n', '\n\n']);
    accept('\n');
    expect(allowed()).toEqual(['\n']);
    accept('\n');
    expect(allowed()).toBeUndefined();
  });

  it('keeps both readings where one text begins another', () => {
    const { accept, allowed } = follow({ oneOf: [' Flu', ' Flu (A)'], followedBy: '\n' });
    accept(':', ' Flu');
    expect(allowed()).toEqual(['\n', ' (']);
    accept(' (');
    expect(allowed()).toEqual(['A']);
    accept('A', ')');
    expect(allowed()).toEqual(['\n']);
  });

  it('excludes what was chosen before when texts have to be distinct, and begins no more once none is left', () => {
    const { accept, allowed, banned } = follow({
      after: ['1.', '2.'],
      oneOf: [' Flu', ' Asthma'],
      distinct: 'in-text',
    });
    accept('1.');
    expect(allowed()).toEqual([' Asthma', ' Flu']);
    accept(' Flu', '\n', '2.');
    expect(allowed()).toEqual([' Asthma']);
    accept(' Asthma', '\n');
    expect(banned()).toEqual(['1.', '2.', '[2]']);
  });

  it('shares what was chosen within a family of rules', () => {
    const common = { followedBy: '', distinct: 'in-text', family: 'named' } as const;
    const { accept, allowed } = followAll([
      { ...common, after: ['1.'], oneOf: [' Flu', ' Asthma'] },
      { ...common, after: ['2.'], oneOf: [' Flu', ' Asthma'] },
    ]);
    accept('1.', ' Flu', '\n', '2.');
    expect(allowed()).toEqual([' Asthma']);
  });

  it('holds only where a rule of another family chose the text that it waits for', () => {
    const common = { after: [':'], followedBy: '', distinct: 'nowhere' } as const;
    const chosen = (text: string) => {
      const { accept, allowed } = followAll([
        { ...common, after: ['1.'], oneOf: [' Flu', ' Asthma'], family: 'answer' },
        { ...common, chosen: { family: 'answer', text: ' Asthma' }, oneOf: ['A'] },
      ]);
      accept('1.', text, ':');
      return allowed();
    };
    expect(chosen(' Asthma')).toEqual(['A']);
    expect(chosen(' Flu')).toBeUndefined();
  });

  it('takes the first rule that holds on the line', () => {
    const common = { after: [':'], followedBy: '', distinct: 'on-line' } as const;
    const { accept, allowed, banned } = followAll([
      { ...common, line: { has: ['1.'], lacks: ['x'] }, oneOf: [' Flu'] },
      { ...common, oneOf: [' Asthma'] },
    ]);
    accept('1.', ':');
    expect(allowed()).toEqual([' Flu']);
    accept(' Flu');
    expect(banned()).toContain(':');
    accept('x');
    expect(banned()).not.toContain(':');
    accept(':');
    expect(allowed()).toEqual([' Asthma']);
  });

  it('excludes on one line what was chosen on it, and allows it again on the next', () => {
    const { accept, allowed } = follow({
      oneOf: [' Flu', ' Asthma'],
      followedBy: '',
      distinct: 'on-line',
    });
    accept(':', ' Flu', ':');
    expect(allowed()).toEqual([' Asthma']);
    accept(' Asthma', '\n', ':');
    expect(allowed()).toEqual([' Asthma', ' Flu']);
  });

  it('allows a text again when it need not be distinct', () => {
    const { accept, allowed } = follow({ oneOf: [' Flu'] });
    accept(':', ' Flu', '\n', ':');
    expect(allowed()).toEqual([' Flu']);
  });

  it('ends with the text when nothing has to follow', () => {
    const { accept, allowed } = follow({ oneOf: [' Flu'], followedBy: '' });
    accept(':', ' Flu');
    expect(allowed()).toBeUndefined();
  });
});
