namespace Pipeline.Suggestions.Drafting;

/// <summary>Lets so many through in an hour. Thread-safe.</summary>
internal sealed class HourlyBudget(int most, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private long _since = clock.GetTimestamp();
    private int _taken;

    public bool Take()
    {
        lock (_gate)
        {
            if (clock.GetElapsedTime(_since) >= TimeSpan.FromHours(1))
            {
                (_since, _taken) = (clock.GetTimestamp(), 0);
            }

            if (_taken >= most)
            {
                return false;
            }

            _taken++;
            return true;
        }
    }
}
