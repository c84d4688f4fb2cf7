using System.Xml.Linq;
using CommunityCare.Tests.Support;
using CommunityCare.Web;

namespace CommunityCare.Tests.Web;

/// <summary>The drawings that stand in for photographs.</summary>
public sealed class QuiltBlockTests
{
    private static readonly string[] Kinds =
        ["peer-support", "community-health-workers", "mutual-aid", "healing-circles", "healing-justice", "doulas-midwives"];

    private static IEnumerable<(string[] Kinds, Guid Id)> Many =>
        from set in Enumerable.Range(0, 64)
        from id in Enumerable.Range(0, 12)
        select (Kinds.Where((_, i) => (set & (1 << i)) > 0).ToArray(), Ids.Of($"{set} {id}"));

    [Fact]
    public void An_organizations_block_is_its_own_mirror_image_both_ways()
    {
        foreach (var (kinds, id) in Many)
        {
            var cloth = new Cloth(QuiltBlock.Organization(kinds, id));
            for (var (i, x) = (0, 0.113); i < 16; i++, x += 0.5)
            {
                for (var (j, y) = (0, 0.071); j < 16; j++, y += 0.5)
                {
                    var here = cloth.At(x, y);
                    Assert.NotEqual("nothing", here);
                    Assert.True(here == cloth.At(16 - x, y) && here == cloth.At(x, 16 - y), $"{string.Join(' ', kinds)} {id} at {x}, {y}");
                }
            }
        }
    }

    [Fact]
    public void The_same_organization_has_the_same_block_whatever_the_order_of_its_kinds()
    {
        foreach (var (kinds, id) in Many)
        {
            Assert.Equal(QuiltBlock.Organization(kinds, id), QuiltBlock.Organization([.. kinds.Reverse()], id));
        }
    }

    [Fact]
    public void Blocks_differ_from_one_another()
    {
        var blocks = Enumerable.Range(0, 100).Select(i => QuiltBlock.Organization(["peer-support"], Ids.Of($"{i}"))).Distinct().Count();

        Assert.InRange(blocks, 60, 100);
        Assert.Equal(6, Kinds.Select(kind => QuiltBlock.Organization([kind], Ids.Of("a"))).Distinct().Count());
    }

    [Fact]
    public void A_block_is_small_and_silent()
    {
        foreach (var (kinds, id) in Many)
        {
            AssertIsOurs(QuiltBlock.Organization(kinds, id), 900);
        }

        Assert.All(Kinds, kind => AssertIsOurs(QuiltBlock.Kind(kind), 1_500));
    }

    [Fact]
    public void Each_kind_has_its_own_block_and_strangers_a_plain_one()
    {
        Assert.Equal(6, Kinds.Select(QuiltBlock.Kind).Distinct().Count());
        Assert.All(Kinds, kind => Assert.Contains($"class=\"quilt quilt-{kind}\"", QuiltBlock.Kind(kind), StringComparison.Ordinal));
        Assert.Equal(QuiltBlock.Kind("plain"), QuiltBlock.Kind("\"><script>alert(1)</script>"));
        Assert.Equal(QuiltBlock.Organization([], Ids.Of("a")), QuiltBlock.Organization(["\"><script>alert(1)</script>"], Ids.Of("a")));
    }

    private static void AssertIsOurs(string svg, int bytes)
    {
        var root = XElement.Parse(svg);
        Assert.InRange(svg.Length, 1, bytes);
        Assert.Equal(("svg", "true", "false"), (root.Name.LocalName, (string?)root.Attribute("aria-hidden"), (string?)root.Attribute("focusable")));
        Assert.StartsWith("quilt quilt-", (string?)root.Attribute("class"), StringComparison.Ordinal);
        Assert.All(root.Elements(), path => Assert.Equal("path class d", $"{path.Name} {string.Join(' ', path.Attributes().Select(a => a.Name))}"));
    }
}
