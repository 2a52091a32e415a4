/** A region or organ that the body has twice or that has sides, and the larger region it is part of. */
export interface BodyRegion {
  readonly id: string;
  readonly partOf?: string;
  /** Nouns and adjectives in the singular, lower case. */
  readonly words: readonly string[];
}

function region(id: string, partOf: string | undefined, words: string): BodyRegion {
  return { id, ...(partOf === undefined ? {} : { partOf }), words: words.split(', ') };
}

/**
 * Part-of relations of gross anatomy as in the Foundational Model of Anatomy, with the words that clinicians use; "leg" is
 * taken for the whole lower limb and "arm" for the upper, as in ordinary speech.
 */
export const BODY_REGIONS: readonly BodyRegion[] = [
  region('body', undefined, 'body'),
  region('lower-limb', 'body', 'leg, lower extremity, lower limb, limb, extremity'),
  region('hip', 'lower-limb', 'hip, acetabulum, buttock, gluteal, groin, inguinal'),
  region('thigh', 'lower-limb', 'thigh, femur, femoral, hamstring, quadriceps'),
  region('knee', 'lower-limb', 'knee, patella, patellar, popliteal, meniscus'),
  region('lower-leg', 'lower-limb', 'calf, shin, tibia, tibial, fibula'),
  region('ankle', 'lower-limb', 'ankle, malleolus, achilles'),
  region(
    'foot',
    'lower-limb',
    'foot, feet, heel, sole, toe, hallux, metatarsal, forefoot, midfoot',
  ),
  region('upper-limb', 'body', 'arm, upper extremity, upper limb'),
  region(
    'shoulder',
    'upper-limb',
    'shoulder, clavicle, scapula, axilla, axillary, armpit, rotator cuff',
  ),
  region('upper-arm', 'upper-limb', 'humerus, humeral, biceps, triceps, upper arm'),
  region('elbow', 'upper-limb', 'elbow, olecranon'),
  region('forearm', 'upper-limb', 'forearm, radius, ulna'),
  region('wrist', 'upper-limb', 'wrist, scaphoid'),
  region('hand', 'upper-limb', 'hand, finger, thumb, palm, knuckle, fingertip'),
  region(
    'face',
    'body',
    'face, facial, cheek, jaw, mandible, mandibular, maxilla, maxillary, temple, forehead, mouth, lip',
  ),
  region(
    'eye',
    'body',
    'eye, eyelid, ocular, retina, retinal, pupil, cornea, corneal, iris, optic disc, optic nerve, visual field',
  ),
  region('ear', 'body', 'ear, tympanic membrane, mastoid, auricle, hearing'),
  region('nose', 'body', 'nostril, naris, nasal cavity'),
  region(
    'neck',
    'body',
    'neck, cervical, carotid, supraclavicular, submandibular, parotid, tonsil, thyroid lobe',
  ),
  region(
    'chest',
    'body',
    'chest, thorax, hemithorax, rib, lung, pulmonary, pleural, hilar, precordium',
  ),
  region('breast', 'chest', 'breast, areola, nipple, mammary'),
  region('lung-base', 'chest', 'lung base, lower lobe, upper lobe, middle lobe'),
  region(
    'abdomen',
    'body',
    'abdomen, abdominal, quadrant, iliac fossa, hypochondrium, belly, lower quadrant, upper quadrant',
  ),
  region('flank', 'abdomen', 'flank, loin, costovertebral'),
  region('kidney', 'flank', 'kidney, renal, ureter, ureteral, ureteric, hydronephrosis, adrenal'),
  region('adnexa', 'abdomen', 'adnexa, adnexal, ovary, ovarian, fallopian tube, tube'),
  region(
    'scrotum',
    'body',
    'scrotum, scrotal, testis, testicle, testicular, hemiscrotum, epididymis, cryptorchidism',
  ),
  region('back', 'body', 'back, paraspinal, sacroiliac'),
  region(
    'brain',
    undefined,
    'brain, hemisphere, cerebral, cerebellar, frontal, parietal, occipital, hemispheric, cortex, thalamus, basal ganglia, internal capsule',
  ),
];

const BY_ID: ReadonlyMap<string, BodyRegion> = new Map(BODY_REGIONS.map((one) => [one.id, one]));

/** Whether one of two regions is the other or a part of it. */
export function relatedRegions(a: string, b: string): boolean {
  return isWithin(a, b) || isWithin(b, a);
}

function isWithin(inner: string, outer: string): boolean {
  let at: string | undefined = inner;
  while (at !== undefined) {
    if (at === outer) return true;
    at = BY_ID.get(at)?.partOf;
  }
  return false;
}
