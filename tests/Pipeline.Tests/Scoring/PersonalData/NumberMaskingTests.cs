using Pipeline.Scoring.PersonalData;

namespace Pipeline.Tests.Scoring.PersonalData;

public sealed class NumberMaskingTests
{
    private static readonly PersonalDataMasker Masker = new();

    [Theory]
    [InlineData("SIRET 732 829 320 00074", "SIRET [SIRET_1]")]
    [InlineData("73282932000074", "[SIRET_1]")]
    [InlineData("notre SIREN : 732829320", "notre SIREN : [SIRET_1]")]
    [InlineData("SIRET 356 000 000 00048", "SIRET [SIRET_1]")]
    [InlineData("my NI number is qq 12 34 56 c", "my NI number is [NI_NUMBER_1]")]
    [InlineData("AB123456C", "[NI_NUMBER_1]")]
    public void Numbers_of_businesses_and_of_national_insurance(string text, string masked) => Assert.Equal(masked, Masker.Mask(text).Text);

    [Theory]
    [InlineData("zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre", "[PHONE_1]")]
    [InlineData("au zero six 39 quatre vingt dix huit 12 soixante et onze svp", "au [PHONE_1] svp")]
    [InlineData("06 trente neuf 98 12 34", "[PHONE_1]")]
    [InlineData("oh seven seven double oh nine double oh two one eight", "[PHONE_1]")]
    [InlineData("O6 39 98 12 34", "[PHONE_1]")]
    [InlineData("02 123 45 67", "[PHONE_1]")]
    [InlineData("0475/12.34.56", "[PHONE_1]")]
    [InlineData("remove 555-0119 from your list", "remove [PHONE_1] from your list")]
    [InlineData("my cell is 4155550132", "my cell is [PHONE_1]")]
    [InlineData("need PUK for 07700 900518", "need PUK for [PHONE_1]")]
    [InlineData("new number for the account is 07700 900142", "new number for the account is [PHONE_1]")]
    public void Telephones_in_words_and_of_other_countries(string text, string masked) => Assert.Equal(masked, Masker.Mask(text).Text);

    /// <summary>Each message is masked before the next is known, so that both parts must be.</summary>
    [Theory]
    [InlineData("06 39 98", "12 34", "[PHONE_1]", "[PHONE_2]")]
    [InlineData("4111 1111", "1111 1111", "[CARD_1]", "[CARD_2]")]
    public void A_number_over_two_messages(string first, string second, string one, string two)
    {
        var placeholders = new Placeholders();
        Assert.Equal(one, Masker.Mask(first, placeholders).Text);
        Assert.Equal(two, Masker.Mask(second, placeholders).Text);
    }

    [Theory]
    [InlineData("jean point dupont arobase example point org", "[EMAIL_1]")]
    [InlineData("josh dot smith at example dot com thanks", "[EMAIL_1] thanks")]
    [InlineData("look at this dot matrix", "look at this dot matrix")]
    public void Mail_addresses_in_words(string text, string masked) => Assert.Equal(masked, Masker.Mask(text).Text);

    [Theory]
    [InlineData("dossier R-30917, suite", "dossier [ORDER_NUMBER_1], suite")]
    [InlineData("N° de suivi 8R 4412 0097 55.", "N° de suivi [ORDER_NUMBER_1].")]
    [InlineData("colis XZ 5501 8827 FR", "colis [ORDER_NUMBER_1]")]
    [InlineData("invoices F-2291 and F-2304", "invoices [ORDER_NUMBER_1] and [ORDER_NUMBER_2]")]
    [InlineData("48213377 is my order number", "[ORDER_NUMBER_1] is my order number")]
    [InlineData("c'est le 48213377", "c'est le [ORDER_NUMBER_1]")]
    [InlineData("booking HB20391", "booking [ORDER_NUMBER_1]")]
    [InlineData("Mon identifiant est 3300 4471 09.", "Mon identifiant est [CONTRACT_NUMBER_1].")]
    [InlineData("acct 77-410-926", "acct [CONTRACT_NUMBER_1]")]
    [InlineData("police d'assurance 99 771 204", "police d'assurance [CONTRACT_NUMBER_1]")]
    public void References(string text, string masked) => Assert.Equal(masked, Masker.Mask(text).Text);

    [Theory]
    [InlineData("Rue du Midi 27 bte 4, 1000 Bruxelles", "[ADDRESS_1]")]
    [InlineData("112 rue Saint-Jean, Québec G1R 1S1, la porte rouge", "[ADDRESS_1], la porte rouge")]
    [InlineData("Flat 12B, Tannery Wharf, Bristol BS1 9ZX", "[ADDRESS_1]")]
    [InlineData("Rose Cottage, Mill Lane, Little Addlethorpe PE24 9ZZ", "[ADDRESS_1]")]
    [InlineData("2205 Lakeshore Rd, Unit 12, Burlington, ON L7R 1B2", "[ADDRESS_1]")]
    [InlineData("the flat at 8 Harbour Terrace, Cork T12 XY45", "the flat at [ADDRESS_1]")]
    [InlineData("27B Marine Parade, Napier 4110", "[ADDRESS_1]")]
    [InlineData("Code postal erroné sur le contrat, c'est 59800", "Code postal erroné sur le contrat, c'est [POSTAL_CODE_1]")]
    [InlineData("Au 73550 vous avez quoi ?", "Au [POSTAL_CODE_1] vous avez quoi ?")]
    [InlineData("K1A 0B1", "[POSTAL_CODE_1]")]
    [InlineData("Date de naissance erronée sur la carte, la bonne est 14/02/1961", "Date de naissance erronée sur la carte, la bonne est [DATE_OF_BIRTH_1]")]
    public void Addresses_postcodes_and_dates(string text, string masked) => Assert.Equal(masked, Masker.Mask(text).Text);

    [Theory]
    [InlineData("erreur AB-10054, code E-40213, error code 10054")]
    [InlineData("RT-AX58U, WH-1000XM4, SM-G991B, RTX 4090, la mise à jour KB5031354")]
    [InlineData("facture 2024 de 1250 euros, commande de 3 box, facture de 12000 €")]
    [InlineData("the meter read on the bill is 48210, ISBN 978-0-14-103614-4, clause 4.2.1.1")]
    [InlineData("12 345 678 habitants, 1 chance sur 100000, 12000 clients")]
    [InlineData("purchased 2023-11, version 12.4.55012, build 20240118")]
    [InlineData("8 Gb/s, 1 Go, 300 Mbps pour 20 clients")]
    public void Numbers_of_things_stay(string text) => Assert.Equal(text, Masker.Mask(text).Text);

    [Theory]
    [InlineData("PDL 12345678901234", "PDL [CONTRACT_NUMBER_1]")]
    [InlineData("MPAN 1200023305967", "MPAN [CONTRACT_NUMBER_1]")]
    [InlineData("MPRN: 9876543210", "MPRN: [CONTRACT_NUMBER_1]")]
    [InlineData("go paperless on BQ40-30192 please", "go paperless on [CONTRACT_NUMBER_1] please")]
    [InlineData("where is BQ40-30192, the courier has it", "where is [ORDER_NUMBER_1], the courier has it")]
    [InlineData("ni is pw 33 91 59 a", "ni is [NI_NUMBER_1]")]
    [InlineData("sc-88-20-42-b", "[NI_NUMBER_1]")]
    [InlineData("12-03-1984 is my dob", "[DATE_OF_BIRTH_1] is my dob")]
    [InlineData("97214-1107 is the zip", "[POSTAL_CODE_1] is the zip")]
    [InlineData("double oh double four seven seven double oh nine double oh one two eight", "[PHONE_1]")]
    [InlineData("seven seven double oh nine hundred one two six", "[PHONE_1]")]
    [InlineData("o7700 900 145", "[PHONE_1]")]
    [InlineData("j.smith AT example.com", "[EMAIL_1]")]
    [InlineData("21 Pinewood Court, Winchester, Hampshire, from the 3rd", "[ADDRESS_1], from the 3rd")]
    [InlineData("Rose Cottage, 4 Mill Lane, Hebden Bridge", "[ADDRESS_1]")]
    [InlineData("4 gorse close, whitby, ring twice", "[ADDRESS_1], ring twice")]
    [InlineData("4 impasse du Four, Sète", "[ADDRESS_1]")]
    public void Numbers_and_addresses_in_other_spellings(string text, string masked) => Assert.Equal(masked, Masker.Mask(text).Text);

    [Fact]
    public void A_number_of_a_companys_own_form_is_masked_without_a_word_beside_it()
    {
        var options = new PersonalDataOptions { OrderNumbers = { "W#######" }, ContractNumbers = { "@@ #### ####" } };
        Assert.Equal("[ORDER_NUMBER_1], [CONTRACT_NUMBER_1], w20931x", new PersonalDataMasker(options).Mask("w2093118, kd 4471 0092, w20931x").Text);
    }

    [Theory]
    [InlineData("###", "4 digits")]
    [InlineData("-####", "begins and ends")]
    [InlineData("", "4 digits")]
    [InlineData("#########################################", "40 characters")]
    public void A_pattern_that_would_fit_anything_is_refused_by_its_name(string pattern, string reason)
    {
        var result = new PersonalDataOptionsValidation().Validate(null, new PersonalDataOptions { ContractNumbers = { "KD-#####", pattern } });
        Assert.True(result.Failed);
        Assert.Contains("PersonalData:ContractNumbers:1", result.FailureMessage, StringComparison.Ordinal);
        Assert.Contains(reason, result.FailureMessage, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PersonalDataMasker(new PersonalDataOptions { ContractNumbers = { pattern } }));
    }
}
