using Pipeline.Scoring;
using Pipeline.Scoring.PersonalData;

namespace Pipeline.Tests.Scoring;

/// <summary>The model is part of the program, small, quickly read, and hands back nothing but what is asked for.</summary>
public sealed class CareModelTests
{
    private const int MostBytes = 12 * 1024 * 1024;

    private static readonly CareAnalyzer Analyzer = new();

    [Fact]
    public void The_model_is_part_of_the_program_and_small()
    {
        using var model = typeof(CareAnalyzer).Assembly.GetManifestResourceStream("care.model");
        Assert.NotNull(model);
        using var glance = typeof(CareAnalyzer).Assembly.GetManifestResourceStream("glance.model");
        Assert.NotNull(glance);
        Assert.InRange(model.Length + glance.Length, 1024, MostBytes);
        Assert.StartsWith("care/", Analyzer.Scorer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "this is no model");
            Assert.Throws<InvalidDataException>(() => CareAnalyzer.FromFile(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void What_was_masked_does_not_change_what_is_felt()
    {
        var masker = new PersonalDataMasker();
        var plain = Analyzer.Analyze("je suis furieux, rappelez-moi", "fr");
        var masked = Analyzer.Analyze(masker.Mask("je suis furieux, rappelez-moi au 06 39 98 12 34").Text, "fr");
        Assert.Equal(plain.DominantEmotion, masked.DominantEmotion);
    }
}
