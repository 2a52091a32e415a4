/** What stands in notes beside the findings. None of it is a finding of the vocabulary: a model must learn to pass over it. */

/** In any kind of note. */
export const COMMON_FILLERS: readonly string[] = [
  'No known drug allergies.',
  'Weight 71 kg.',
  'Height 168 cm.',
  'Swims at weekends.',
  'Referred by the out-of-hours service.',
  'GP: Riverside practice.',
  'Right-handed.',
];

/** In notes of clinicians about grown patients. */
export const GROWN_FILLERS: readonly string[] = [
  'Used to teach.',
  'Works in an office.',
  'Drives a delivery van.',
  'Last seen in this clinic two years ago.',
];

/** Past illnesses and operations outside the vocabulary. */
export const PAST_ILLNESSES: readonly string[] = [
  'carpal tunnel release',
  'cataract surgery',
  'hammer toe',
  'gout',
  'glaucoma',
  'trigger finger',
  'wisdom teeth out',
  'plantar fasciitis',
  'a stye',
  'tinnitus',
  'a ganglion removed',
  'an ingrown toenail',
];

/** Medicines from which no finding of the vocabulary follows. */
export const MEDICINES: readonly string[] = [
  'allopurinol',
  'latanoprost drops',
  'a multivitamin',
  'vitamin D',
  'eye drops',
  'folic acid',
  'finasteride',
  'lactulose',
  'paracetamol as needed',
  'melatonin',
];

/** Illnesses of other people, and things feared or asked for, beside the vocabulary's own findings. */
export const ELSEWHERE: readonly string[] = [
  'gout',
  'shingles',
  'a frozen shoulder',
  'a bunion',
  'a squint',
  'cataracts',
  'a stomach ulcer',
  'tennis elbow',
];
