using System.Globalization;

namespace Pipeline.Training.Evaluation;

/// <summary>Figures as reports write them.</summary>
internal static class FigureText
{
    // From here on three digits round to 1.
    private const double One = 0.9995;

    /// <summary>A share of 1 in three digits without the leading zero, as in <c>.839</c>; a dash where there is none.</summary>
    public static string Share(double? value) =>
        value is { } number ? number.ToString("F3", CultureInfo.InvariantCulture)[(number < One ? 1 : 0)..] : "–";
}
