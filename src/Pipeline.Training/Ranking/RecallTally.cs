namespace Pipeline.Training.Ranking;

/// <summary>How often the reply that was given stood among the first.</summary>
internal sealed class RecallTally
{
    private int _one;
    private int _five;
    private int _ten;

    /// <summary>How many lists were ranked.</summary>
    public int Rows { get; private set; }

    /// <summary>The share in which it stood first.</summary>
    public double One => Share(_one);

    /// <summary>The share in which it stood among the first five.</summary>
    public double Five => Share(_five);

    /// <summary>The share in which it stood among the first ten.</summary>
    public double Ten => Share(_ten);

    /// <summary>Takes in a list.</summary>
    /// <param name="better">How many others stood before it or equal.</param>
    public void Add(int better)
    {
        Rows++;
        _one += better < 1 ? 1 : 0;
        _five += better < 5 ? 1 : 0;
        _ten += better < 10 ? 1 : 0;
    }

    private double Share(int count) => Rows == 0 ? 0 : (double)count / Rows;
}
