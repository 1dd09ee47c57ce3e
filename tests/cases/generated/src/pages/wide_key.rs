// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::models::WideKey;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT one, two, three, four, five, six, seven, eight",
    " FROM public.wide_key",
);

/// A position in the order of `wide_key_pkey`: `one, two, three, four, five, six, seven, eight`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByOneAndTwoAndThreeAndFourAndFiveAndSixAndSevenAndEight {
    pub one: String,
    pub two: String,
    pub three: String,
    pub four: String,
    pub five: String,
    pub six: String,
    pub seven: String,
    pub eight: String,
}

impl Order for ByOneAndTwoAndThreeAndFourAndFiveAndSixAndSevenAndEight {
    type Row = WideKey;

    const NAME: &'static str = "public.wide_key by_one_and_two_and_three_and_four_and_five_and_six_and_seven_and_eight";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("one", "text"),
        Key::ascending("two", "text"),
        Key::ascending("three", "text"),
        Key::ascending("four", "text"),
        Key::ascending("five", "text"),
        Key::ascending("six", "text"),
        Key::ascending("seven", "text"),
        Key::ascending("eight", "text"),
    ];

    fn position(row: &WideKey) -> Self {
        Self {
            one: row.one.clone(),
            two: row.two.clone(),
            three: row.three.clone(),
            four: row.four.clone(),
            five: row.five.clone(),
            six: row.six.clone(),
            seven: row.seven.clone(),
            eight: row.eight.clone(),
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.one));
        to.key(Some(&self.two));
        to.key(Some(&self.three));
        to.key(Some(&self.four));
        to.key(Some(&self.five));
        to.key(Some(&self.six));
        to.key(Some(&self.seven));
        to.key(Some(&self.eight));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            one: from.key()?,
            two: from.key()?,
            three: from.key()?,
            four: from.key()?,
            five: from.key()?,
            six: from.key()?,
            seven: from.key()?,
            eight: from.key()?,
        })
    }
}

/// Pages over all rows: `one, two, three, four, five, six, seven, eight`.
pub fn by_one_and_two_and_three_and_four_and_five_and_six_and_seven_and_eight() -> Pages<ByOneAndTwoAndThreeAndFourAndFiveAndSixAndSevenAndEight> {
    Pages::new()
}

/// Pages over the rows with this `one`: `two, three, four, five, six, seven, eight`.
pub fn of_one_by_two_and_three_and_four_and_five_and_six_and_seven_and_eight(
    one: String,
) -> Pages<ByOneAndTwoAndThreeAndFourAndFiveAndSixAndSevenAndEight> {
    Pages::new().fix(Some(one))
}

/// Pages over the rows with this `one`, `two`: `three, four, five, six, seven, eight`.
pub fn of_one_and_two_by_three_and_four_and_five_and_six_and_seven_and_eight(
    one: String,
    two: String,
) -> Pages<ByOneAndTwoAndThreeAndFourAndFiveAndSixAndSevenAndEight> {
    Pages::new().fix(Some(one)).fix(Some(two))
}

/// Pages over the rows with this `one`, `two`, `three`: `four, five, six, seven, eight`.
pub fn of_one_and_two_and_three_by_four_and_five_and_six_and_seven_and_eight(
    one: String,
    two: String,
    three: String,
) -> Pages<ByOneAndTwoAndThreeAndFourAndFiveAndSixAndSevenAndEight> {
    Pages::new().fix(Some(one)).fix(Some(two)).fix(Some(three))
}

/// Pages over the rows with this `one`, `two`, `three`, `four`: `five, six, seven, eight`.
pub fn of_one_and_two_and_three_and_four_by_five_and_six_and_seven_and_eight(
    one: String,
    two: String,
    three: String,
    four: String,
) -> Pages<ByOneAndTwoAndThreeAndFourAndFiveAndSixAndSevenAndEight> {
    Pages::new().fix(Some(one)).fix(Some(two)).fix(Some(three)).fix(Some(four))
}

/// Pages over the rows with this `one`, `two`, `three`, `four`, `five`: `six, seven, eight`.
pub fn of_one_and_two_and_three_and_four_and_five_by_six_and_seven_and_eight(
    one: String,
    two: String,
    three: String,
    four: String,
    five: String,
) -> Pages<ByOneAndTwoAndThreeAndFourAndFiveAndSixAndSevenAndEight> {
    Pages::new().fix(
        Some(one),
    ).fix(Some(two)).fix(Some(three)).fix(Some(four)).fix(Some(five))
}

/// Pages over the rows with this `one`, `two`, `three`, `four`, `five`, `six`: `seven, eight`.
pub fn of_one_and_two_and_three_and_four_and_five_and_six_by_seven_and_eight(
    one: String,
    two: String,
    three: String,
    four: String,
    five: String,
    six: String,
) -> Pages<ByOneAndTwoAndThreeAndFourAndFiveAndSixAndSevenAndEight> {
    Pages::new().fix(
        Some(one),
    ).fix(Some(two)).fix(Some(three)).fix(Some(four)).fix(Some(five)).fix(Some(six))
}

/// Pages over the rows with this `one`, `two`, `three`, `four`, `five`, `six`, `seven`: `eight`.
pub fn of_one_and_two_and_three_and_four_and_five_and_six_and_seven_by_eight(
    one: String,
    two: String,
    three: String,
    four: String,
    five: String,
    six: String,
    seven: String,
) -> Pages<ByOneAndTwoAndThreeAndFourAndFiveAndSixAndSevenAndEight> {
    Pages::new().fix(
        Some(one),
    ).fix(
        Some(two),
    ).fix(Some(three)).fix(Some(four)).fix(Some(five)).fix(Some(six)).fix(Some(seven))
}
