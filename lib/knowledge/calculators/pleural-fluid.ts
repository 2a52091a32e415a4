import { score } from '@/lib/knowledge/calculators/calculator';
import { number } from '@/lib/knowledge/calculators/inputs';

const PROTEIN = { otherUnits: ['g/L'] } as const;

export const PLEURAL_FLUID = [
  score({
    id: 'light',
    title: 'Light’s criteria',
    version: '1972; number of criteria met',
    source: 'Light RW, MacGregor MI, Luchsinger PC, Ball WC. Ann Intern Med 1972;77:507',
    written: ["light's criteria", 'light criteria'],
    inputs: {
      pleuralProtein: number('Pleural protein', 'pleural protein', 'g/dL', [0, 12], PROTEIN),
      serumProtein: number('Serum protein', 'serum protein', 'g/dL', [1, 15], PROTEIN),
      pleuralLdh: number('Pleural LDH', 'pleural LDH', 'U/L', [1, 50_000]),
      serumLdh: number('Serum LDH', 'serum LDH', 'U/L', [1, 20_000]),
      upperLimit: number('Upper limit of serum LDH', 'upper limit of LDH', 'U/L', [100, 1000]),
    },
    items: [
      {
        label: 'protein ratio >0.5',
        uses: ['pleuralProtein', 'serumProtein'],
        most: 1,
        points: (v) => (v.pleuralProtein / v.serumProtein > 0.5 ? 1 : 0),
      },
      {
        label: 'LDH ratio >0.6',
        uses: ['pleuralLdh', 'serumLdh'],
        most: 1,
        points: (v) => (v.pleuralLdh / v.serumLdh > 0.6 ? 1 : 0),
      },
      {
        label: 'pleural LDH above two thirds of the upper limit',
        uses: ['pleuralLdh', 'upperLimit'],
        most: 1,
        points: (v) => (v.pleuralLdh > (2 / 3) * v.upperLimit ? 1 : 0),
      },
    ],
    monotone: {
      pleuralProtein: 'rising',
      serumProtein: 'falling',
      pleuralLdh: 'rising',
      serumLdh: 'falling',
      upperLimit: 'falling',
    },
    vectors: [
      {
        given: {
          pleuralProtein: 4,
          serumProtein: 6,
          pleuralLdh: 300,
          serumLdh: 200,
          upperLimit: 220,
        },
        result: 3,
      },
      {
        given: {
          pleuralProtein: 2,
          serumProtein: 7,
          pleuralLdh: 60,
          serumLdh: 200,
          upperLimit: 220,
        },
        result: 0,
      },
    ],
    bands: [
      { from: 0, label: 'transudate' },
      { from: 1, label: 'exudate' },
    ],
    bandSource: 'Light 1972',
  }),
];
