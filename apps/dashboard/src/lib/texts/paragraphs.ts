/**
 * What the paragraphs of the program's questions and answers of 4 November 2003 say, in our words, by section and
 * question. The text itself stands nowhere in this project.
 */
const questionsAndAnswers: Readonly<Record<string, string>> = {
  '1.1':
    'Each kind of person that a channel level asks for is met by its own certifications only: sales expert by a Cisco Sales Expert, associate by CCNA or CCDA, professional by CCNP, CCDP, CCIP or CCSP, expert by CCIE. A Cisco Qualified Specialist meets none of them.',
  '2.1':
    'Job roles in specializations are tied to a specialist or career certification wherever that can be done. Who passes gets the credit for it, a renewal asks for no exam of its own, and partners spend less.',
  '2.2': 'Because a job role rests on an award, it stays filled for the two years of that award.',
  '2.3':
    'Individuals who meet the requirements get the title and a certificate. Job roles stay filled for two years, and what they ask for changes less often.',
  '2.4':
    'Nothing was added when the specialist certifications came on 4 November 2003: each stands for what the specialization asked for before.',
  '2.5':
    'Most job roles ask for a specialist certification and some for a career certification; others wait to be aligned.',
  '2.6':
    'A partner that holds a specialization has nothing to update before its renewal, and may look beforehand whether it would comply.',
  '2.7': 'Exams that are taken for a renewal under way count toward the specialist certification as well.',
  '2.8':
    'An individual sees the own profile, status and exams at once. Administrators and application authors of a partner see none of it unless the individual grants it.',
  '2.9':
    'An employee can look up and prove the own status. Application authors see the current certifications of the people in the Locations and Contacts of their own application.',
  '2.10':
    'Individuals compare their own exams with the requirements. Administrators and application authors cannot look.',
  '2.11':
    'Anybody may hold any number of specialist certifications. In filling job roles, one individual can be allocated to at most two job roles in at most two specializations.',
  '3.1':
    'A specialist certification is part of the Career Certifications program and is awarded for one or more proctored exams. Most also ask for a core certification, such as CCNA or CCDA.',
  '3.2': 'Partners find the requirements in the learning maps, customers on a public page.',
  '3.3': 'Individuals see their own exams and compare them with the requirements; nobody else at the company can.',
  '3.4':
    'Reminders go out by e-mail six months and three months before the end. An award is valid for two years from the day on which the required exams were passed.',
  '3.5': 'Reminders go to the address in the own profile. Keeping it current is up to the individual.',
  '3.6': 'Who lets an award expire gets it back only by going through all of its exams again.',
  '3.7': 'An award is valid for two years from the day on which the required exam was passed.',
  '3.8':
    'A certificate is sent when all exams are passed and the required agreements accepted. It names the Career Certifications ID and the valid dates, and arrives six to eight weeks after the last acceptance.',
  '3.9':
    'A change of exam leaves a running award alone until its end. Recertifying takes the exams that are required then.',
  '3.10':
    'To recertify, pass the exams that are required now and sign the Career Certifications Agreement at the testing center.',
  '3.11':
    'Passing any technical specialist exam while CCNA or CCDA is active extends it by three more years. Technical exams are those made for systems engineers and field engineers.',
};

/** What a cited paragraph says, in our words; undefined for one that we have no note of. */
export function paragraphInOurWords(cite: string): string | undefined {
  const [document, paragraph] = cite.split('#');
  return document === 'qa' && paragraph !== undefined ? questionsAndAnswers[paragraph] : undefined;
}
