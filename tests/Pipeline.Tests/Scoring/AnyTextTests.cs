using System.Text;
using Pipeline.Scoring;
using Pipeline.Scoring.PersonalData;

namespace Pipeline.Tests.Scoring;

/// <summary>
/// Whatever people write is masked and analysed: text put together at random (the same each run) of what the finders look for, cut anywhere,
/// throws nothing and is masked once and for all.
/// </summary>
public sealed class AnyTextTests
{
    private const int Rounds = 10_000;

    private static readonly string[] Pieces =
    [
        "a", " ", "\n", "é", "\u0301", "\u200B", "\u200D", "\uFE0F", "😀", "ß", "İ", "中", "1", "4", "12", "06", "0612345678", "4111 ",
        "4111111111111111", "0", "+33", "+", "(", "-", " 12", "@", "a@", "b.fr", ".", ",", "!", " ?", "a-", "_", "[", "]", "[EMAIL_1]",
        "[NAME_2] ", "<", "FR76 ", "FR", "3000 ", "rue de la ", "12 rue ", "Paris ", "75001 ", "je m'appelle ", "mon nom est ",
        "my name is ", "I am ", "c'est ", "ici ", "je suis ", "M. ", "Mr ", "Mme ", "née le ", "born on ", "12/03/1980",
        "le 12 mars 1980 ", "NW1 6XE", "192.168.0.1", "2001:db8::1", "Jean", "Dupont", "Jean-Luc", "O'Neil", "numero ", "n° ", "ref ",
        "IMEI ", "iban ", "carte ", "cvv ", "arobase ", "(at)", " dot ", " point ", "'", "/", "=", ":", "#", "€", "ABC-123", "Camille ",
        "flat 2 ", "street ", "1 80 01 75 116 001 42", "this is", " à l'appareil", " speaking",
    ];

    [Fact]
    public void Any_text_is_masked_once_and_for_all_and_analysed()
    {
        var random = new Random(20260304);
        var masker = new PersonalDataMasker();
        var analyzer = new CareAnalyzer();
        for (var round = 0; round < Rounds; round++)
        {
            var text = Any(random);
            var failure = Record.Exception(() =>
            {
                var masked = masker.Mask(InputHygiene.Clean(text), new Placeholders(), "Camille").Text;
                analyzer.Analyze(masked, null);
                Assert.Equal(masked, masker.Mask(masked, new Placeholders(), "Camille").Text);
            });
            Assert.True(failure is null, $"Round {round}, '{text}': {failure}");
        }
    }

    private static string Any(Random random)
    {
        var text = new StringBuilder();
        for (var count = random.Next(1, 14); count > 0; count--)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]);
        }

        // Half of them end in the middle of something.
        return random.Next(2) == 0 ? text.ToString() : text.ToString(0, random.Next(text.Length) + 1).TrimEnd();
    }
}
