using System.Globalization;
using System.Runtime.CompilerServices;
using Pipeline.Scoring;
using Pipeline.Scoring.PersonalData;

namespace Pipeline.Benchmarks;

/// <summary>
/// Scores texts of 2,500 to 20,000 characters (the most that capture takes) made of one piece over and over, and tells how the time grows:
/// eight times the text should take about eight times as long, whatever it is made of.
/// </summary>
internal sealed class TextsBenchmark(int repetitions)
{
    private const int Short = 2_500;

    private static readonly int[] Times = [1, 2, 4, 8];

    private static readonly (string Name, string Piece)[] Texts =
    [
        ("one letter", "a"), ("French", "je ne suis pas du tout content "), ("English", "I want to speak to a manager. "), ("digits", "1 2 "),
        ("phones", "06 39 98 12 34, "), ("cards", "4111 1111 1111 1111 "), ("accounts", "FR76 3000 "), ("half e-mails", "a@"),
        ("e-mails", "a@b.fr "), ("addresses", "12 rue de la Paix, 75002 Paris "), ("names", "je m'appelle Jean Dupont "),
        ("postcodes", "NW1 6XE "), ("placeholders", "[EMAIL_1] "), ("open brackets", "["), ("marks", "!?"), ("zero-width", "\u200B\u202E"),
        ("accents piled up", "\u0316\u0315"), ("emoji", "👩\u200D👧"), ("amounts", "12,50 € "),
    ];

    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly PersonalDataMasker _masker = new();
    private readonly CareAnalyzer _analyzer = new();

    public void Run()
    {
        foreach (var (_, piece) in Texts)
        {
            // Compiled before it is measured.
            Best(Repeat(piece, Short));
        }

        var sizes = Times.Select(times => (times * Short).ToString("N0", CultureInfo.InvariantCulture));
        Console.WriteLine($"| milliseconds for characters | {string.Join(" | ", sizes)} | growth |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (name, piece) in Texts)
        {
            double[] took = [.. Times.Select(times => Best(Repeat(piece, times * Short)))];
            var cells = took.Select(milliseconds => milliseconds.ToString("F2", CultureInfo.InvariantCulture));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {string.Join(" | ", cells)} | {took[^1] / took[0]:F1} |"));
        }
    }

    /// <summary>The shortest of some times: what else the machine did only ever adds to it.</summary>
    private double Best(string text)
    {
        var best = double.MaxValue;
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            var started = _clock.GetTimestamp();
            Score(text);
            best = Math.Min(best, _clock.GetElapsedTime(started).TotalMilliseconds);
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Score(string text) =>
        _analyzer.Analyze(_masker.Mask(InputHygiene.Clean(text), new Placeholders(), "Camille").Text, "fr");

    private static string Repeat(string piece, int length) =>
        string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length];
}
