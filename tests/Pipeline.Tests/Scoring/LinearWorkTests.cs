using Pipeline.Scoring;
using Pipeline.Scoring.PersonalData;

namespace Pipeline.Tests.Scoring;

/// <summary>
/// What a text costs grows with its length and not with its square, whatever it is made of. Counted in bytes allocated, which no other work on
/// the machine changes; that no regular expression backtracks is held by the architecture tests.
/// </summary>
public sealed class LinearWorkTests
{
    private const int Short = 2_500;
    private const int Times = 8;

    // Twice the growth that is linear: lists double when they are full. A square would be 64.
    private const int MostGrowth = 2 * Times;

    private static readonly CareAnalyzer Analyzer = new();
    private static readonly PersonalDataMasker Masker = new();

    [Theory]
    [InlineData("a")]
    [InlineData("a b c ")]
    [InlineData("je ne suis pas du tout content ")]
    [InlineData("I want to speak to a manager. ")]
    [InlineData("1 2 ")]
    [InlineData("06 39 98 12 34, ")]
    [InlineData("4111 1111 1111 1111 ")]
    [InlineData("FR76 3000 ")]
    [InlineData("a@")]
    [InlineData("a@b.fr ")]
    [InlineData("a.b.")]
    [InlineData("12 rue de la Paix, 75002 Paris ")]
    [InlineData("je m'appelle Jean Dupont ")]
    [InlineData("née le 12/03/1980 ")]
    [InlineData("[EMAIL_1] ")]
    [InlineData("[")]
    [InlineData("<{[")]
    [InlineData("!?")]
    [InlineData("merci mais ")]
    [InlineData("\u200B\u202E")]
    [InlineData("\u0316\u0315")]
    [InlineData("e\u0301")]
    [InlineData("👩\u200D👧")]
    [InlineData("12,50 € ")]
    public void Scoring_a_text_eight_times_as_long_takes_no_more_than_linear_work(string unit)
    {
        var (little, much) = (Repeat(unit, Short), Repeat(unit, Short * Times));
        Score(little);
        Score(much);
        var small = Allocated(() => Score(little));
        Assert.InRange(Allocated(() => Score(much)), 0, Math.Max(small, 64 * 1024) * MostGrowth);
    }

    private static void Score(string text) => Analyzer.Analyze(Masker.Mask(InputHygiene.Clean(text), new Placeholders(), "Camille").Text, "fr");

    private static long Allocated(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeat(string unit, int length) =>
        string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1))[..length];
}
