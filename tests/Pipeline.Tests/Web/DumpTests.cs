using Pipeline.Tests.Web.Support;

namespace Pipeline.Tests.Web;

public sealed class DumpTests
{
    [Fact]
    public void Dump() => File.WriteAllLines("/tmp/rev-types.txt", WrittenTypes.All().Select(pair => pair.Key + "\t" + pair.Value));
}
