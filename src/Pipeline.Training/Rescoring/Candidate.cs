using Pipeline.Messages;
using Pipeline.Scoring;
using Pipeline.Training.Evaluation;

namespace Pipeline.Training.Rescoring;

/// <summary>The scorer that history is compared with.</summary>
/// <param name="Scorer">Its name and version, as it would be stored with a score.</param>
/// <param name="Fingerprint">Tells it from others of that name.</param>
/// <param name="Analyze">What it says of a masked text, given the language that was suggested.</param>
internal sealed record Candidate(string Scorer, string Fingerprint, Func<string, string?, TextAnalysis> Analyze)
{
    /// <summary>The program's own analyser, with its own model or with one of a file.</summary>
    /// <param name="file">A file that <c>train</c> has written; null for the model that is part of the program.</param>
    /// <exception cref="InvalidDataException">It is no model of this version of the program.</exception>
    public static Candidate Of(FileInfo? file)
    {
        if (file is null)
        {
            var shipped = new CareAnalyzer();
            return new(shipped.Scorer, ModelFingerprint.OfShipped(), shipped.Analyze);
        }

        var analyzer = file.Exists
            ? CareAnalyzer.FromFile(file.FullName)
            : throw new InvalidDataException($"{file}: there is no such model file.");
        return new(analyzer.Scorer, ModelFingerprint.OfFile(file.FullName), analyzer.Analyze);
    }
}
