using FsCheck;
using FsCheck.Fluent;
using static Pipeline.Contracts.ContractTopology;

namespace Pipeline.Tests.Sqlite;

/// <summary>A message of a random send: which id, which of four kinds of properties, and when it becomes visible.</summary>
public sealed record RandomMessage(int Id, int Kind, int DelaySeconds);

/// <summary>One step of a random life of a bus.</summary>
public abstract record BusStep
{
    private static readonly string[] Sources = [Orders, All, French, FrenchOrLoud];

    public sealed record Send(string Entity, RandomMessage[] Messages) : BusStep
    {
        public override string ToString() => $"Send to {Entity}: {string.Join(", ", Messages.Select(message => message.ToString()))}";
    }

    public sealed record Receive(string Source, int MaxMessages) : BusStep;

    /// <summary>Settles one of the deliveries received so far, be its lock still good or not.</summary>
    public sealed record Settle(int Delivery, char How) : BusStep;

    public sealed record Advance(int Seconds) : BusStep;

    public sealed record Replay(string Source, int DeadLetter) : BusStep;

    public sealed record Purge(string Source, int DeadLetter) : BusStep;

    public sealed record Reopen(bool AfterCrash) : BusStep;

    /// <summary>Random lives. A failing one is cut down to steps that are needed to fail.</summary>
    public static Arbitrary<BusStep[]> Lives() => Arb.From(Gen.ArrayOf(Steps()), Shorter);

    private static Gen<BusStep> Steps()
    {
        var source = Gen.Elements(Sources);
        var message = from id in Gen.Choose(0, 9)
                      from kind in Gen.Choose(0, 3)
                      from delay in Gen.Elements(0, 0, 0, 30, 90)
                      select new RandomMessage(id, kind, delay);
        return Gen.Frequency(
            (5, from entity in Gen.Elements(Orders, Events)
                from count in Gen.Choose(1, 4)
                from messages in Gen.ArrayOf(message, count)
                select (BusStep)new Send(entity, messages)),
            (6, from name in source from max in Gen.Choose(1, 4) select (BusStep)new Receive(name, max)),
            (6, from delivery in Gen.Choose(0, 1000)
                from how in Gen.Elements('c', 'a', 'a', 'd')
                select (BusStep)new Settle(delivery, how)),
            (2, from seconds in Gen.Elements(20, 61, 1500) select (BusStep)new Advance(seconds)),
            (1, from name in source from letter in Gen.Choose(0, 3) select (BusStep)new Replay(name, letter)),
            (1, from name in source from letter in Gen.Choose(0, 3) select (BusStep)new Purge(name, letter)),
            (1, from crash in Gen.Elements(true, false) select (BusStep)new Reopen(crash)));
    }

    private static IEnumerable<BusStep[]> Shorter(BusStep[] life)
    {
        for (var size = life.Length / 2; size > 0; size /= 2)
        {
            for (var start = 0; start + size <= life.Length; start += size)
            {
                yield return [.. life[..start], .. life[(start + size)..]];
            }
        }
    }
}
