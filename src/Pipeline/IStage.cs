namespace Pipeline;

/// <summary>
/// A step of the path. It takes one message and returns what goes on; it never sees a bus, a trigger or a host. It may be given the same
/// message again, at any time and in any order, and must leave the same rows behind.
/// </summary>
/// <typeparam name="TIn">What it takes.</typeparam>
/// <typeparam name="TOut">What it returns.</typeparam>
public interface IStage<in TIn, TOut>
{
    /// <summary>Does the work for one message. Throwing means that it may succeed later: the message is delivered again.</summary>
    Task<StageResult<TOut>> RunAsync(TIn message, CancellationToken cancellationToken);
}

/// <summary>What a stage that ends the path returns: nothing goes on.</summary>
public sealed record Nothing;

/// <summary>How a stage ended. There are four ends and no fifth: go on, stop, refuse; or throw, for redelivery.</summary>
/// <typeparam name="TOut">What goes on.</typeparam>
public abstract record StageResult<TOut>
{
    private StageResult()
    {
    }

    /// <summary>These go on.</summary>
    public sealed record GoOn(IReadOnlyList<TOut> Messages) : StageResult<TOut>;

    /// <summary>There is nothing more to do.</summary>
    /// <param name="Reason">Why, for the trace.</param>
    public sealed record Stop(string Reason) : StageResult<TOut>;

    /// <summary>It can never work: the message is dead-lettered.</summary>
    /// <param name="Reason">Why, for the administrator. No text of a customer.</param>
    public sealed record Refuse(string Reason) : StageResult<TOut>;

    /// <summary>One message goes on.</summary>
    public static implicit operator StageResult<TOut>(TOut message) => new GoOn([message]);
}
