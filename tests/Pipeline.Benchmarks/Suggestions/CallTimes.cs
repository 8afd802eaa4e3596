namespace Pipeline.Benchmarks.Suggestions;

/// <summary>The times of calls, in microseconds.</summary>
internal sealed class CallTimes
{
    private readonly List<double> _times = [];

    public void Add(double microseconds) => _times.Add(microseconds);

    /// <summary>The time that this share of the calls took at most, in milliseconds.</summary>
    public double Milliseconds(double share)
    {
        _times.Sort();
        return _times.Count == 0 ? 0 : _times[(int)Math.Min(_times.Count - 1, Math.Ceiling(share * _times.Count) - 1)] / 1_000;
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"p50 {Milliseconds(0.5):F2}, p99 {Milliseconds(0.99):F2}, longest {Milliseconds(1):F2} ms");
}
