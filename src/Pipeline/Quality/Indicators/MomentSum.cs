namespace Pipeline.Quality.Indicators;

/// <summary>
/// The sums of which a mean and its spread are made. Sums are whole thousandths, so that they are the same in whatever order they are added up.
/// </summary>
public sealed class MomentSum
{
    private const double Thousandths = 1_000;

    /// <summary>How many values.</summary>
    public long Count { get; set; }

    /// <summary>Their sum, in thousandths.</summary>
    public long Sum { get; set; }

    /// <summary>The sum of their squares.</summary>
    public double Squares { get; set; }

    /// <summary>Adds a value; null is none.</summary>
    public void Add(double? value)
    {
        if (value is { } number)
        {
            Count++;
            Sum += (long)Math.Round(number * Thousandths);
            Squares += number * number;
        }
    }

    /// <summary>Adds the values of another.</summary>
    public void Add(MomentSum other)
    {
        Count += other.Count;
        Sum += other.Sum;
        Squares += other.Squares;
    }

    /// <summary>The mean; null of nothing.</summary>
    public double? Mean => Count == 0 ? null : Sum / Thousandths / Count;

    /// <summary>The mean with its bounds; null of nothing.</summary>
    public Estimate? Estimate => Indicators.Estimate.OfMean(Count, Sum / Thousandths, Squares);
}
