using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Flow;

/// <summary>When a failed message is tried again: it is put back on its queue, scheduled; after the last delay it is dead-lettered.</summary>
/// <param name="Delays">The delay after the first failure, the second, and so on.</param>
public sealed record RetrySchedule(IReadOnlyList<TimeSpan> Delays)
{
    private const double MostJitter = 0.25;

    /// <summary>For calls to a platform: seconds first, then minutes, about six hours in all, so that an outage of an hour loses nothing.</summary>
    public static RetrySchedule ForPlatforms { get; } = new(
    [
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(2),
    ]);

    /// <summary>
    /// How long to wait after a failure: the delay, and up to a quarter more, so that what failed together does not come back together. The
    /// share is the message's own, so that a run can be repeated.
    /// </summary>
    /// <param name="failures">How many times it failed before this one; less than there are delays.</param>
    /// <param name="id">The message's id.</param>
    /// <param name="asked">What the platform asks to wait; the longer of the two is waited.</param>
    public TimeSpan After(int failures, string id, TimeSpan asked = default)
    {
        var delay = Delays[failures] > asked ? Delays[failures] : asked;
        var share = BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id))) / (double)uint.MaxValue;
        return delay + (delay * MostJitter * share);
    }
}
