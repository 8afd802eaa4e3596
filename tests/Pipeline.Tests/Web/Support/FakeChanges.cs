using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Pipeline.Ports;

namespace Pipeline.Tests.Web.Support;

/// <summary>Changes that a test tells.</summary>
public sealed class FakeChanges : IConversationChanges
{
    private readonly Channel<string> _changes = Channel.CreateUnbounded<string>();

    public List<string?> Watched { get; } = [];

    public bool Left { get; private set; }

    public void Tell(string key) => _changes.Writer.TryWrite(key);

    public void End(Exception? failure = null) => _changes.Writer.Complete(failure);

    public async IAsyncEnumerable<string> WatchAsync(
        string? conversationKey, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Watched.Add(conversationKey);
        try
        {
            await foreach (var key in _changes.Reader.ReadAllAsync(cancellationToken))
            {
                yield return key;
            }
        }
        finally
        {
            Left = true;
        }
    }
}
