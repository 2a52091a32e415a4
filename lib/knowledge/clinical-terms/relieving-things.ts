/**
 * What eases or worsens complaints, by the beginnings of the words for it; own selection from general medical knowledge. A line
 * holds what means the same.
 */
export const RELIEVING_THINGS = `
rest; resting
lying; lies; lay; recumb; supine; flat
sitting; sits; upright
leaning; leans; bending forward
standing; stands
walking; walks; walk
exertion; exercis; exerting; activit; effort
movement; moving; motion
eating; eats; meal; meals; food
fasting
antacid; antacids
milk
swallowing; swallows
coughing
pillow; pillows; propped
heat; warmth; warm
cold; ice; cooling
nitroglycerin; nitrate; nitro
oxygen
massage; massaging
defecat; bowel movement
urinat; voiding
vomiting
inspiration; inhaling; deep breath
painkiller; painkillers; analgesic; analgesics; acetaminophen; paracetamol; ibuprofen; aspirin; NSAID; NSAIDs
inhaler; inhalers; albuterol; bronchodilator; bronchodilators; salbutamol
scratching
sunlight; sun
antibiotic; antibiotics
elevation; elevating; raising
`;
