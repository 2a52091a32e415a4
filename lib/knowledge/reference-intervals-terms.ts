/** Where a value lies against its reference interval. */
export type Side = 'low' | 'normal' | 'high';

/** A single word that says on which side of its reference interval a quantity lies. */
export interface ReadingTerm {
  readonly words: readonly string[];
  /** The id of a quantity. */
  readonly quantity: string;
  readonly side: Side;
  /**
   * Bounds inside which the word is certainly wrong, in the quantity's own unit, where usage is wider than the reference
   * interval; without them the interval decides.
   */
  readonly wrongFrom?: number;
  readonly wrongBelow?: number;
  readonly source: string;
}

const BY_INTERVAL = 'by definition of the word: outside the reference interval';

function term(side: Side, quantity: string, words: string): ReadingTerm {
  return { words: words.split(' '), quantity, side, source: BY_INTERVAL };
}

/** Words for abnormal values. A history of hypertension or diabetes says nothing of one value, so they are not here. */
export const READING_TERMS: readonly ReadingTerm[] = [
  {
    words: ['tachycardic', 'tachycardia'],
    quantity: 'heart-rate',
    side: 'high',
    wrongBelow: 90,
    source: 'AHA: tachycardia above 100 /min; NEWS2 scores from 91 /min',
  },
  {
    words: ['bradycardic', 'bradycardia'],
    quantity: 'heart-rate',
    side: 'low',
    wrongFrom: 65,
    source: 'AHA: bradycardia below 60 /min',
  },
  {
    words: ['tachypneic', 'tachypnoeic', 'tachypnea', 'tachypnoea'],
    quantity: 'respiratory-rate',
    side: 'high',
    wrongBelow: 18,
    source: 'Tachypnoea above 20 /min (SIRS, NEWS2 zero band to 20)',
  },
  {
    words: ['bradypneic', 'bradypnoeic', 'bradypnea', 'bradypnoea'],
    quantity: 'respiratory-rate',
    side: 'low',
    wrongFrom: 14,
    source: 'NEWS2: below 12 /min',
  },
  {
    words: ['hypotensive', 'hypotension'],
    quantity: 'systolic-pressure',
    side: 'low',
    wrongFrom: 115,
    source: 'Hypotension below 90 mmHg; NEWS2 scores up to 110 mmHg',
  },
  {
    words: ['febrile', 'fever', 'pyrexia', 'feverish', 'pyrexial'],
    quantity: 'temperature',
    side: 'high',
    wrongBelow: 37.3,
    source: 'NICE NG51 and IDSA: fever from 38.0 °C; below 37.3 °C is normal in all definitions',
  },
  {
    words: ['afebrile', 'apyrexial'],
    quantity: 'temperature',
    side: 'normal',
    wrongFrom: 38.3,
    source: 'IDSA: a single temperature of 38.3 °C or more is fever',
  },
  {
    words: ['hypothermic', 'hypothermia'],
    quantity: 'temperature',
    side: 'low',
    wrongFrom: 36,
    source: 'Hypothermia below 35 °C; SIRS counts below 36 °C',
  },
  {
    words: ['anemic', 'anaemic', 'anemia', 'anaemia'],
    quantity: 'haemoglobin',
    side: 'low',
    wrongFrom: 14,
    source: 'WHO: anaemia below 13 g/dL in men and 12 g/dL in women; not from 14 g/dL in either',
  },
  {
    words: ['hypoxic', 'hypoxaemic', 'hypoxemic', 'hypoxia', 'hypoxaemia', 'hypoxemia'],
    quantity: 'oxygen-saturation',
    side: 'low',
    wrongFrom: 97,
    source: 'NEWS2 scale 1 scores below 96 %',
  },
  term('high', 'white-cell-count', 'leukocytosis leucocytosis'),
  term('low', 'white-cell-count', 'leukopenia leucopenia leukopenic'),
  term('low', 'platelet-count', 'thrombocytopenia thrombocytopenic'),
  term('high', 'platelet-count', 'thrombocytosis'),
  term('high', 'potassium', 'hyperkalemia hyperkalaemia hyperkalemic hyperkalaemic'),
  term('low', 'potassium', 'hypokalemia hypokalaemia hypokalemic hypokalaemic'),
  term('high', 'sodium', 'hypernatremia hypernatraemia hypernatremic hypernatraemic'),
  term('low', 'sodium', 'hyponatremia hyponatraemia hyponatremic hyponatraemic'),
  term('high', 'calcium', 'hypercalcemia hypercalcaemia hypercalcemic hypercalcaemic'),
  term('low', 'calcium', 'hypocalcemia hypocalcaemia hypocalcemic hypocalcaemic'),
  term('high', 'chloride', 'hyperchloremia hyperchloraemia hyperchloremic'),
  term('low', 'chloride', 'hypochloremia hypochloraemia hypochloremic'),
  term('high', 'magnesium', 'hypermagnesemia hypermagnesaemia'),
  term('low', 'magnesium', 'hypomagnesemia hypomagnesaemia'),
  term('high', 'phosphate', 'hyperphosphatemia hyperphosphataemia'),
  term('low', 'phosphate', 'hypophosphatemia hypophosphataemia'),
  term('high', 'uric-acid', 'hyperuricemia hyperuricaemia'),
  term('high', 'bilirubin', 'hyperbilirubinemia hyperbilirubinaemia'),
  term('low', 'albumin', 'hypoalbuminemia hypoalbuminaemia'),
  term('low', 'ph', 'acidemia acidaemia acidemic acidaemic acidotic'),
  term('high', 'ph', 'alkalemia alkalaemia alkalemic alkalaemic alkalotic'),
  term('high', 'pco2', 'hypercapnia hypercapnic hypercarbia hypercarbic'),
  term('low', 'pco2', 'hypocapnia hypocapnic hypocarbia'),
  {
    words: ['hypoglycemia', 'hypoglycaemia', 'hypoglycemic', 'hypoglycaemic'],
    quantity: 'glucose',
    side: 'low',
    wrongFrom: 75,
    source: 'ADA: hypoglycaemia below 70 mg/dL',
  },
  {
    words: ['hyperglycemia', 'hyperglycaemia', 'hyperglycemic', 'hyperglycaemic'],
    quantity: 'glucose',
    side: 'high',
    wrongBelow: 100,
    source: `${BY_INTERVAL}; ADA: fasting glucose is normal below 100 mg/dL`,
  },
];
