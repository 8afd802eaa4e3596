using Pipeline.Scoring;
using Pipeline.Scoring.PersonalData;
using Pipeline.Training.Corpus;

namespace Pipeline.Training.Evaluation;

/// <summary>What the product says of labelled messages.</summary>
internal static class ProductAnswers
{
    /// <summary>Each text goes the product's way: cleaned, masked, analysed on its own. A row's language is the hint that an account would give.</summary>
    public static List<(CorpusRow Row, Prediction Said)> Of(CareAnalyzer analyzer, IEnumerable<CorpusRow> rows)
    {
        var masker = new PersonalDataMasker();
        return
        [
            .. rows.Select(row => (row, Prediction.Of(analyzer.Analyze(masker.Mask(InputHygiene.Clean(row.Text)).Text, row.Language)))),
        ];
    }
}
