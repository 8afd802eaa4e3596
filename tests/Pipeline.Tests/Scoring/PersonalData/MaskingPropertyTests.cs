using Pipeline.Scoring;
using Pipeline.Scoring.PersonalData;

namespace Pipeline.Tests.Scoring.PersonalData;

public sealed class MaskingPropertyTests
{
    private static readonly PersonalDataMasker Masker = new();
    private static readonly CareAnalyzer Analyzer = new();

    private static readonly string[] Pieces =
    [
        "06 39 98 12 34", "+33 6 39 98 12 34", "4111 1111 1111 1111", "FR7630006000011234567890189", "a.b@example.org",
        "2 94 03 69 381 042 49", "12 rue des Lilas",
        "75011 Paris", "35200", "LS6 2QT", "61 Marlowe Street", "je m'appelle", "Claire Dupont", "Mme", "commande", "contrat", "n°",
        "LM-88213045", "né le", "14/09/1991",
        "[PHONE_1]", "[NAME_2]", "[", "]", "_1]", "192.168.1.1", "\u200B", "\n", ", ", ". ", "!", "@", ":", "é", "😀", "\uD83D", "\uDE00",
        "my name is", "version", "code postal", "1", "07700 900218",
        "merci", "thanks", "Nadia", "karim", "Rose", "DUPONT", "Le Goff", "Cordialement,", "732 829 320 00074", "QQ123456C", "zéro six trente-neuf", "12 34",
        "1000 Bruxelles", "G1R 1S1", "BR-6620914", "555-0119", "version 4.2.1.18", "Résidence", "appt 3", "(at)", " point ", "ma fille", "à l'appareil", "imei", "et", "de", "x",
    ];

    [Fact]
    public void Masking_a_masked_text_changes_nothing()
    {
        var random = new Random(20260302);
        for (var round = 0; round < 8_000; round++)
        {
            var text = Compose(random);
            var once = Masker.Mask(text).Text;
            Assert.Equal(once, Masker.Mask(once).Text);
        }
    }

    /// <summary>What is not personal data stands in the masked text as it stood: take the placeholders out, and what is left are pieces of the text.</summary>
    [Fact]
    public void Nothing_but_the_entities_is_changed()
    {
        var random = new Random(20260726);
        for (var round = 0; round < 3_000; round++)
        {
            var text = string.Join(" ~ ", Compose(random).Replace("[", "", StringComparison.Ordinal), "fin ~ reste", Compose(random));
            var from = 0;
            foreach (var kept in Masker.Mask(text).Text.Split('['))
            {
                var stretch = kept[(kept.IndexOf(']', StringComparison.Ordinal) + 1)..];
                from = text.IndexOf(stretch, from, StringComparison.Ordinal);
                Assert.True(from >= 0, $"'{stretch}' is not where it was in '{text}'");
                from += stretch.Length;
            }
        }
    }

    [Fact]
    public void One_value_has_one_placeholder_in_all_messages_of_a_conversation()
    {
        var placeholders = new Placeholders();
        string[] texts = ["c'est Nadia Benali, 06 39 98 12 34", "rappelez le +33 6 39 98 12 34", "merci, Nadia Benali"];
        Assert.Equal(
            ["c'est [NAME_1], [PHONE_1]", "rappelez le [PHONE_1]", "merci, [NAME_1]"],
            texts.Select(text => Masker.Mask(text, placeholders).Text));
    }

    /// <summary>One digit more or less, and the check digit no longer fits: without a word that names it the number stays.</summary>
    [Theory]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("5555 5555 5555 4444")]
    [InlineData("FR7630006000011234567890189")]
    [InlineData("2 94 03 69 381 042 49")]
    [InlineData("732 829 320 00074")]
    public void A_wrong_check_digit_is_no_number_of_its_kind(string number)
    {
        var kind = Assert.Single(Masker.Entities($"voici {number} pour vous")).Kind;
        var wrong = number[..^1] + (char)('0' + ((number[^1] - '0' + 1) % 10));
        Assert.DoesNotContain(Masker.Entities($"voici {wrong} pour vous"), entity => entity.Kind == kind);
    }

    [Fact]
    public void No_string_makes_masking_or_analysis_throw()
    {
        var random = new Random(7);
        for (var round = 0; round < 5_000; round++)
        {
            var text = round % 2 == 0 ? Compose(random) : Noise(random);
            var masked = Masker.Mask(InputHygiene.Clean(text));
            var raw = Masker.Mask(text);
            Assert.NotNull(raw.Text);
            Assert.InRange(Analyzer.Analyze(masked.Text, null).Emotions.Sum(emotion => emotion.Probability), 0.05, 1.002);
            Assert.NotNull(Analyzer.Analyze(raw.Text, "fr"));
        }
    }

    /// <summary>
    /// The work may come to twenty times, for lists grow by doubling; a quadratic one comes to a hundred. Work is counted in bytes
    /// allocated, which no clock or neighbour disturbs. Time is not asserted; a quadratic scanner would not come back
    /// from half a megabyte.
    /// </summary>
    [Theory]
    [InlineData("06 39 98 12 34 ")]
    [InlineData("a@")]
    [InlineData("1 ")]
    [InlineData("FR76 ")]
    [InlineData("je m'appelle Claire ")]
    [InlineData("je veux vraiment parler à un conseiller ")]
    [InlineData("[PHONE_1")]
    [InlineData("12 rue ")]
    [InlineData("résidence ")]
    [InlineData("!?")]
    [InlineData("é\u0301 ")]
    public void Ten_times_the_text_is_about_ten_times_the_work(string unit)
    {
        Allocated(Repeat(unit, 1_000));
        var small = Allocated(Repeat(unit, 10_000));
        var large = Allocated(Repeat(unit, 100_000));
        Allocated(Repeat(unit, 500_000));
        Assert.True(large <= 20 * small, $"{small} bytes at 10 kB, {large} at 100 kB");
    }

    private static long Allocated(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Analyzer.Analyze(Masker.Mask(InputHygiene.Clean(text)).Text, "fr");
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeat(string unit, int length) => string.Concat(Enumerable.Repeat(unit, length / unit.Length));

    private static string Compose(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Pieces[random.Next(Pieces.Length)]
            + (random.Next(3) == 0 ? "" : " ")));

    private static string Noise(Random random)
    {
        var text = new char[random.Next(60)];
        for (var index = 0; index < text.Length; index++)
        {
            text[index] = (char)(random.Next(4) switch
            {
                0 => random.Next(0x10000),
                1 => random.Next(0x80),
                2 => random.Next(0xD800, 0xE000),
                _ => random.Next('0', '9' + 1),
            });
        }

        return new string(text);
    }
}
