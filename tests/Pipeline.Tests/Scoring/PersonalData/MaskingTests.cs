using Pipeline.Scoring.PersonalData;

namespace Pipeline.Tests.Scoring.PersonalData;

public sealed class MaskingTests
{
    private static readonly PersonalDataMasker Masker = new();

    [Theory]
    [InlineData("mon mail : jean.dupont+box@exemple.fr.", "mon mail : [EMAIL_1].")]
    [InlineData("JEAN@EXAMPLE.ORG ou jean@example.org", "[EMAIL_1] ou [EMAIL_1]")]
    [InlineData("a.b @ example.org", "[EMAIL_1]")]
    [InlineData("jean (at) example.org", "[EMAIL_1]")]
    [InlineData("jean.dupont arobase example point org", "[EMAIL_1]")]
    public void Email(string text, string masked) => AssertMasked(text, masked, "email");

    [Theory]
    [InlineData("06 39 98 12 34", "[PHONE_1]")]
    [InlineData("0639981234", "[PHONE_1]")]
    [InlineData("06.39.98.12.34", "[PHONE_1]")]
    [InlineData("06-39-98-12-34", "[PHONE_1]")]
    [InlineData("06/39/98/12/34", "[PHONE_1]")]
    [InlineData("+33 6 39 98 12 34", "[PHONE_1]")]
    [InlineData("+33 (0)6 39 98 12 34", "[PHONE_1]")]
    [InlineData("0033639981234", "[PHONE_1]")]
    [InlineData("33 6 39 98 12 34", "[PHONE_1]")]
    [InlineData("6 39 98 12 34", "[PHONE_1]")]
    [InlineData("06 39 98 12 34 ou +33639981234", "[PHONE_1] ou [PHONE_1]")]
    [InlineData("01 99 00 56 18 et 06 39 98 12 34", "[PHONE_1] et [PHONE_2]")]
    [InlineData("07700 900218", "[PHONE_1]")]
    [InlineData("07700 900 218", "[PHONE_1]")]
    [InlineData("020 7946 0958", "[PHONE_1]")]
    [InlineData("+44 7700 900218 = 07700900218", "[PHONE_1] = [PHONE_1]")]
    [InlineData("(415) 555-0132", "[PHONE_1]")]
    [InlineData("+1 415-555-0132", "[PHONE_1]")]
    [InlineData("+32 475 12 34 56", "[PHONE_1]")]
    [InlineData("+41 79 123 45 67", "[PHONE_1]")]
    [InlineData("0\u200B6 39\u200C 98 12 34", "[PHONE_1]")]
    [InlineData("06\u00A039\u202F98 12 34", "[PHONE_1]")]
    public void Phone(string text, string masked) => AssertMasked(text, masked, "phone");

    [Theory]
    [InlineData("4111 1111 1111 1111", "[CARD_1]")]
    [InlineData("4111-1111-1111-1111 exp 01/30", "[CARD_1] exp 01/30")]
    [InlineData("5555555555554444", "[CARD_1]")]
    [InlineData("3782 822463 10005", "[CARD_1]")]
    [InlineData("ma carte 4111 1111 1111 1112", "ma carte [CARD_1]")]
    [InlineData("cvv 123", "cvv [CARD_1]")]
    public void Card(string text, string masked) => AssertMasked(text, masked, "card");

    [Theory]
    [InlineData("FR76 3000 6000 0112 3456 7890 189", "[IBAN_1]")]
    [InlineData("FR7630006000011234567890189", "[IBAN_1]")]
    [InlineData("gb29 nwbk 6016 1331 9268 19 merci", "[IBAN_1] merci")]
    [InlineData("IBAN : FR76 3000 6000 0112 3456 7890 180", "IBAN : [IBAN_1]")]
    public void Iban(string text, string masked) => AssertMasked(text, masked, "iban");

    [Theory]
    [InlineData("2 94 03 69 381 042 49", "[NIR_1]")]
    [InlineData("294036938104249", "[NIR_1]")]
    [InlineData("1 85 05 2A 006 084 35", "[NIR_1]")]
    [InlineData("1 85 05 2B 006 084 62", "[NIR_1]")]
    [InlineData("n° de sécu 2940369381042", "n° de sécu [NIR_1]")]
    public void Nir(string text, string masked) => AssertMasked(text, masked, "nir");

    [Theory]
    [InlineData("ip 192.168.1.64 now", "ip [IP_1] now")]
    [InlineData("outside 203.0.113.47, inside 10.0.0.1", "outside [IP_1], inside [IP_2]")]
    [InlineData("2001:db8::ff00:42:8329", "[IP_1]")]
    public void Ip(string text, string masked) => AssertMasked(text, masked, "ip");

    [Theory]
    [InlineData("né le 14/09/1991 à Lyon", "né le [DATE_OF_BIRTH_1] à Lyon")]
    [InlineData("Date de naissance : 3 juin 1967", "Date de naissance : [DATE_OF_BIRTH_1]")]
    [InlineData("née le 1er mai 85", "née le [DATE_OF_BIRTH_1]")]
    [InlineData("date of birth is June 3rd, 1967", "date of birth is [DATE_OF_BIRTH_1]")]
    [InlineData("I was born on 3 June 1967", "I was born on [DATE_OF_BIRTH_1]")]
    [InlineData("dob 1967-06-03", "dob [DATE_OF_BIRTH_1]")]
    [InlineData("14/09/1991", "[DATE_OF_BIRTH_1]")]
    public void Date_of_birth(string text, string masked) => AssertMasked(text, masked, "date_of_birth");

    [Theory]
    [InlineData("12 rue des Lilas 75011 Paris", "[ADDRESS_1]")]
    [InlineData("j'habite 8 bis allée des Sorbiers, 35200 Rennes depuis mars", "j'habite [ADDRESS_1] depuis mars")]
    [InlineData("12 rue Paul-Éluard 93200 Saint-Denis c'est loin", "[ADDRESS_1] c'est loin")]
    [InlineData("Résidence Les Tilleuls bât C appt 31, 5 impasse du Lavoir 31500 Toulouse", "[ADDRESS_1]")]
    [InlineData("envoyez au 3 avenue de la gare svp", "envoyez au [ADDRESS_1] svp")]
    [InlineData("14 place de l'Hôtel de Ville 63300 Thiers. Merci", "[ADDRESS_1]. Merci")]
    [InlineData("rue du Moulin 44000 Nantes", "[ADDRESS_1]")]
    [InlineData("Flat 2, 61 Marlowe Street, Leeds LS6 2QT", "[ADDRESS_1]")]
    [InlineData("I live at 19 Corrie Lane, Stockport SK4 3BN and", "I live at [ADDRESS_1] and")]
    [InlineData("4 Quarry Bank Cottages, Matlock DE4 5LT. mobile", "[ADDRESS_1]. mobile")]
    [InlineData("12 The Maltings, Bath BA1 2AB", "[ADDRESS_1]")]
    [InlineData("send it to 12 marlowe street please", "send it to [ADDRESS_1] please")]
    [InlineData("455 Oak Avenue, Chicago, IL 60614", "[ADDRESS_1]")]
    public void Address(string text, string masked) => AssertMasked(text, masked, "address");

    [Theory]
    [InlineData("je m'appelle Claire Dupont", "je m'appelle [NAME_1]")]
    [InlineData("je m’appelle claire et je", "je m’appelle [NAME_1] et je")]
    [InlineData("mon nom est Jean-Pierre Le Goff.", "mon nom est [NAME_1].")]
    [InlineData("Mme Tanguy", "Mme [NAME_1]")]
    [InlineData("M. Delmas à l'appareil", "M. [NAME_1] à l'appareil")]
    [InlineData("ma fille Claire saura", "ma fille [NAME_1] saura")]
    [InlineData("votre collègue Bruno m'a dit", "votre collègue [NAME_1] m'a dit")]
    [InlineData("my name is John Smith and", "my name is [NAME_1] and")]
    [InlineData("this is Margaret Sloane speaking", "this is [NAME_1] speaking")]
    [InlineData("My mother Grace Adeyemi died", "My mother [NAME_1] died")]
    [InlineData("it's Mr Pike again", "it's Mr [NAME_1] again")]
    public void Name(string text, string masked) => AssertMasked(text, masked, "name");

    [Theory]
    [InlineData("commande n° 88213045", "commande n° [ORDER_NUMBER_1]")]
    [InlineData("ma facture F-2026-0218-77341, oui", "ma facture [ORDER_NUMBER_1], oui")]
    [InlineData("LM-88213045. toujours rien", "[ORDER_NUMBER_1]. toujours rien")]
    [InlineData("Order BR-6620914", "Order [ORDER_NUMBER_1]")]
    [InlineData("my order number is 123 456 789", "my order number is [ORDER_NUMBER_1]")]
    public void Order_number(string text, string masked) => AssertMasked(text, masked, "order_number");

    [Theory]
    [InlineData("contrat BX-40778215", "contrat [CONTRACT_NUMBER_1]")]
    [InlineData("My account number is 7730-1158-42", "My account number is [CONTRACT_NUMBER_1]")]
    [InlineData("n° client : 0012345678", "n° client : [CONTRACT_NUMBER_1]")]
    public void Contract_number(string text, string masked) => AssertMasked(text, masked, "contract_number");

    [Theory]
    [InlineData("35200", "[POSTAL_CODE_1]")]
    [InlineData("code postal 69003", "code postal [POSTAL_CODE_1]")]
    [InlineData("à 35200 Rennes", "à [POSTAL_CODE_1] Rennes")]
    [InlineData("SE15 4QN yes", "[POSTAL_CODE_1] yes")]
    public void Postal_code(string text, string masked) => AssertMasked(text, masked, "postal_code");

    [Theory]
    [InlineData("487,20 € le 12/03/2026 à 14:30")]
    [InlineData("12 500 euros, 1 450€, £3,200 and $99.99")]
    [InlineData("01.02.2026 10:30, 2026-03-02 14:05, 8h-12h, 17 h")]
    [InlineData("erreur 10054, code F3411, error 0x80070057, HTTP 503")]
    [InlineData("version 5.8.0.12, firmware 4.2.1.18, android 14, iPhone 15 Pro, SM-G991B, RTX 4090")]
    [InlineData("300 Mbps, 410 down, ping 1472, MTU 1380")]
    [InlineData("appelez le 3976 ou le 776, le 114, 999")]
    [InlineData("IMEI 356938035643809")]
    [InlineData("n° de série 2203145678901234, ICCID 8933012345678901234")]
    [InlineData("MAC a4:5e:60:c8:11:22")]
    [InlineData("2 cours de maths, 3 place de parking, 1 passage du technicien")]
    [InlineData("10 close friends, a 3 way call, 5 times down the road")]
    [InlineData("la facture de janvier 2026, 12 mois, 24-48 hours")]
    [InlineData("C'EST UN SCANDALE, JE SUIS FURIEUX")]
    [InlineData("je suis Français, c'est Noël, I am French")]
    [InlineData("@support #help :: -- :-) 100% 1/2")]
    [InlineData("ça marche depuis 1974 et j'ai 3 lignes")]
    public void What_only_looks_like_personal_data_stays(string text)
    {
        var masked = Masker.Mask(text);
        Assert.Equal(text, masked.Text);
        Assert.Empty(masked.Kinds);
    }

    [Fact]
    public void Kinds_come_ordered_and_once() => Assert.Equal(
        ["email", "phone"], Masker.Mask("06 39 98 12 34, 06 39 98 12 35, a@example.org").Kinds);

    [Fact]
    public void A_placeholder_in_the_text_stays_and_keeps_its_number() => Assert.Equal(
        "[PHONE_1] ou [PHONE_2]", Masker.Mask("[PHONE_1] ou 06 39 98 12 34").Text);

    [Fact]
    public void Texts_that_share_placeholders_agree_on_their_numbers()
    {
        var placeholders = new Placeholders();
        Masker.Mask("06 39 98 12 34", placeholders);
        Assert.Equal("[PHONE_2] [PHONE_1]", Masker.Mask("06 39 98 12 35 0639981234", placeholders).Text);
    }

    [Fact]
    public void A_full_name_that_the_platform_gave_is_masked_and_a_first_name_alone_stays()
    {
        Assert.Equal("facture de [NAME_1]", Masker.Mask("facture de camille roussel", new(), "Camille Roussel").Text);
        Assert.Equal("Bonjour Camille, [NAME_1] ?", Masker.Mask("Bonjour Camille, Camille Roussel ?", new(), "Camille").Text);
    }

    private static void AssertMasked(string text, string masked, string kind)
    {
        var result = Masker.Mask(text);
        Assert.Equal(masked, result.Text);
        Assert.Equal([kind], result.Kinds);
    }
}
