namespace Pipeline.Training.Queueing;

/// <summary>Draws from distributions, with a seed: the same seed draws the same.</summary>
/// <param name="seed">The seed.</param>
internal sealed class Draws(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Whether something happens that has this probability.</summary>
    public bool Chance(double probability) => _random.NextDouble() < probability;

    /// <summary>One of a list; null of an empty one. It draws all the same.</summary>
    public T? Among<T>(IReadOnlyList<T> list)
        where T : class => _random.NextDouble() is var drawn && list.Count > 0 ? list[(int)(drawn * list.Count)] : null;

    /// <summary>One by shares that add up to 1, in the order of their names.</summary>
    public string Share(IEnumerable<KeyValuePair<string, double>> sharesByName)
    {
        var left = _random.NextDouble();
        var last = "";
        foreach (var (name, share) in sharesByName)
        {
            last = share > 0 ? name : last;
            left -= share;
            if (left < 0)
            {
                break;
            }
        }

        return last;
    }

    /// <summary>Exponential with mean 1.</summary>
    public double Exponential() => -Math.Log(1 - _random.NextDouble());

    /// <summary>Weibull: the mean of Weibull(shape, scale) is scale · Γ(1 + 1/shape).</summary>
    public double Weibull(double mean, double shape) => mean / Gamma(1 + (1 / shape)) * Math.Pow(Exponential(), 1 / shape);

    /// <summary>Log-normal with this mean, and a standard deviation that is this share of it: σ² = ln(1 + variation²), μ = ln(mean) − σ²/2.</summary>
    public double LogNormal(double mean, double variation)
    {
        var variance = Math.Log(1 + (variation * variation));
        return Math.Exp(Math.Log(mean) - (variance / 2) + (Math.Sqrt(variance) * Normal()));
    }

    // Box and Muller.
    private double Normal() => Math.Sqrt(2 * Exponential()) * Math.Cos(2 * Math.PI * _random.NextDouble());

    // Γ(x) = Γ(x + 7) / (x (x + 1) … (x + 6)), and Stirling's series, whose error there is below 1e-9.
    private static double Gamma(double x)
    {
        var product = 1.0;
        for (; x < 8; x++)
        {
            product *= x;
        }

        var series = ((x - 0.5) * Math.Log(x)) - x + (Math.Log(2 * Math.PI) / 2) + (1 / (12 * x)) - (1 / (360 * x * x * x)) + (1 / (1260 * Math.Pow(x, 5)));
        return Math.Exp(series) / product;
    }
}
