/**
 * Our own categories: the id is stored with every transaction, the label is shown, the synonyms are what people say
 * for it. Look them up through ./categories.ts. An id is never renamed: rows and saved questions hold it.
 */
export const CATALOGUE = {
  salary: { label: "Salary", group: "income", synonyms: ["pay", "paycheck", "payroll", "wages", "wage"] },
  interest_and_dividends: {
    label: "Interest and dividends",
    group: "income",
    synonyms: ["interest earned", "interest income", "dividend", "dividends", "savings interest"],
  },
  benefits: {
    label: "Benefits and pension",
    group: "income",
    synonyms: ["pension", "unemployment", "retirement income", "child support", "disability"],
  },
  tax_refund: { label: "Tax refund", group: "income", synonyms: ["tax refunds", "tax return"] },
  other_income: {
    label: "Other income",
    group: "income",
    synonyms: ["side income", "freelance income", "gig income", "rental income"],
  },

  groceries: {
    label: "Groceries",
    group: "food",
    synonyms: ["grocery", "food shopping", "supermarket", "supermarkets", "food store", "grocery shopping"],
  },
  restaurants: {
    label: "Restaurants",
    group: "food",
    synonyms: ["restaurant", "dining", "fast food", "takeout", "takeaway", "meals", "food delivery", "lunch"],
  },
  coffee: { label: "Coffee shops", group: "food", synonyms: ["coffee", "cafe", "cafes", "coffee shop"] },
  alcohol: {
    label: "Bars and alcohol",
    group: "food",
    synonyms: ["alcohol", "bar", "bars", "beer", "wine", "liquor", "drinks", "booze"],
  },

  rent: { label: "Rent", group: "housing", synonyms: ["rental payment", "apartment"] },
  mortgage: { label: "Mortgage", group: "housing", synonyms: ["home loan", "house payment"] },
  utilities: {
    label: "Utilities",
    group: "housing",
    synonyms: [
      "utility",
      "electricity",
      "electric bill",
      "power",
      "water bill",
      "gas and electricity",
      "energy",
    ],
  },
  internet_and_phone: {
    label: "Internet and phone",
    group: "housing",
    synonyms: ["internet", "phone", "phone bill", "mobile", "cell phone", "cable", "broadband", "telephone"],
  },
  home: {
    label: "Home and garden",
    group: "housing",
    synonyms: ["home improvement", "furniture", "hardware", "home repair", "household", "garden"],
  },

  fuel: {
    label: "Fuel",
    group: "transport",
    synonyms: ["gas", "gasoline", "petrol", "gas station", "gas stations", "diesel", "filling up"],
  },
  public_transit: {
    label: "Public transit",
    group: "transport",
    synonyms: ["public transport", "bus", "train", "trains", "subway", "metro", "transit"],
  },
  taxi_and_rideshare: {
    label: "Taxis and ride shares",
    group: "transport",
    synonyms: ["taxi", "taxis", "cab", "cabs", "rideshare", "ride share", "ride shares", "rides"],
  },
  parking_and_tolls: {
    label: "Parking and tolls",
    group: "transport",
    synonyms: ["parking", "toll", "tolls"],
  },
  car: {
    label: "Car upkeep",
    group: "transport",
    synonyms: ["car maintenance", "car repair", "auto repair", "automotive", "mechanic", "car service"],
  },
  other_transport: { label: "Other transport", group: "transport", synonyms: ["bikes", "scooters"] },

  flights: {
    label: "Flights",
    group: "travel",
    synonyms: ["flight", "airline", "airlines", "plane tickets"],
  },
  lodging: {
    label: "Hotels and lodging",
    group: "travel",
    synonyms: ["hotel", "hotels", "lodging", "accommodation"],
  },
  other_travel: {
    label: "Other travel",
    group: "travel",
    synonyms: ["rental car", "rental cars", "car rental"],
  },

  clothing: {
    label: "Clothing",
    group: "shopping",
    synonyms: ["clothes", "apparel", "fashion", "shoes", "clothing and accessories"],
  },
  electronics: { label: "Electronics", group: "shopping", synonyms: ["gadgets", "computers", "tech"] },
  pets: { label: "Pets", group: "shopping", synonyms: ["pet", "pet food", "pet supplies", "vet"] },
  general_shopping: {
    label: "General shopping",
    group: "shopping",
    synonyms: [
      "general merchandise",
      "online shopping",
      "department stores",
      "superstores",
      "gifts",
      "books",
    ],
  },

  streaming_and_media: {
    label: "Streaming, film and music",
    group: "entertainment",
    synonyms: ["streaming", "movies", "cinema", "tv", "music", "film", "films", "streaming services"],
  },
  events_and_hobbies: {
    label: "Events and hobbies",
    group: "entertainment",
    synonyms: [
      "events",
      "hobbies",
      "concerts",
      "games",
      "video games",
      "museums",
      "sporting events",
      "gambling",
    ],
  },

  medical: {
    label: "Medical care",
    group: "health",
    synonyms: ["doctor", "doctors", "dentist", "dental", "medical", "hospital", "healthcare", "eye care"],
  },
  pharmacy: {
    label: "Pharmacy",
    group: "health",
    synonyms: ["pharmacies", "drugstore", "medicine", "prescriptions", "supplements"],
  },
  fitness: { label: "Gym and fitness", group: "health", synonyms: ["gym", "gyms", "fitness", "workout"] },
  personal_care: {
    label: "Personal care",
    group: "health",
    synonyms: ["haircut", "haircuts", "hair", "beauty", "laundry", "dry cleaning", "salon", "barber"],
  },

  insurance: { label: "Insurance", group: "services", synonyms: ["insurances", "insurance premiums"] },
  education: {
    label: "Education",
    group: "services",
    synonyms: ["tuition", "school", "courses", "university"],
  },
  childcare: {
    label: "Childcare",
    group: "services",
    synonyms: ["daycare", "babysitter", "kindergarten", "nanny"],
  },
  other_services: {
    label: "Other services",
    group: "services",
    synonyms: ["services", "legal", "accounting", "postage", "shipping", "storage"],
  },
  donations: { label: "Donations", group: "giving", synonyms: ["charity", "donation", "charities"] },
  taxes_and_government: {
    label: "Taxes and government",
    group: "government",
    synonyms: ["taxes", "tax", "tax payments", "government fees"],
  },

  bank_fees: {
    label: "Bank fees",
    group: "fees",
    synonyms: ["fees", "overdraft", "atm fees", "foreign transaction fees", "bank charges", "bank fee"],
  },
  interest_charges: {
    label: "Interest charges",
    group: "fees",
    synonyms: ["interest", "interest paid", "card interest", "credit card interest", "interest charge"],
  },
  car_loan: { label: "Car loan", group: "debt", synonyms: ["car payment", "car payments", "auto loan"] },
  student_loan: { label: "Student loan", group: "debt", synonyms: ["student loans", "student debt"] },
  other_loan: { label: "Other loan payments", group: "debt", synonyms: ["personal loan", "loan payment"] },

  person_to_person: {
    label: "Payments to people",
    group: "people",
    synonyms: ["venmo", "zelle", "cash app", "friends", "person to person", "p2p"],
  },
  cash: {
    label: "Cash withdrawals",
    group: "movement",
    synonyms: ["atm", "cash", "withdrawal", "withdrawals"],
  },
  card_payment: {
    label: "Card payments",
    group: "movement",
    synonyms: ["credit card payment", "credit card payments", "card payment", "card bill"],
  },
  savings: { label: "Savings transfers", group: "movement", synonyms: ["savings", "saved", "saving"] },
  investments: { label: "Investment transfers", group: "movement", synonyms: ["investments", "investing"] },
  loan_disbursement: {
    label: "Money borrowed",
    group: "movement",
    synonyms: ["loan payout", "cash advance", "borrowed"],
  },
  transfer: { label: "Transfers", group: "movement", synonyms: ["transfer", "account transfer"] },

  uncategorized: {
    label: "Uncategorized",
    group: "unknown",
    synonyms: ["uncategorised", "no category", "unknown"],
  },
} as const satisfies Record<string, { label: string; group: string; synonyms: readonly string[] }>;
