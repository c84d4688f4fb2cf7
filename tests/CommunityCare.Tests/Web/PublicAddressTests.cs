using CommunityCare.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace CommunityCare.Tests.Web;

/// <summary>Absolute addresses come from the setting, or else from where the site listens.</summary>
public sealed class PublicAddressTests
{
    [Theory]
    [InlineData(null, "http://localhost/care")]
    [InlineData("http://localhost:5000", "http://localhost:5000/care")]
    [InlineData("https://127.0.0.1:5001", "https://127.0.0.1:5001/care")]
    [InlineData("http://[::1]:5000", "http://[::1]:5000/care")]
    [InlineData("http://*:5000", "http://localhost:5000/care")]
    [InlineData("http://+:5000", "http://localhost:5000/care")]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080/care")]
    [InlineData("http://[::]:8080", "http://localhost:8080/care")]
    public void Without_a_setting_it_is_the_listening_address(string? listening, string address) =>
        Assert.Equal(address, new PublicAddress(new(), new Listening(listening)).Of("/care"));

    [Fact]
    public void The_setting_goes_before_the_listening_address()
    {
        var address = new PublicAddress(new() { PublicUrl = "https://care.example.org/" }, new Listening("http://[::]:8080"));

        Assert.Equal("https://care.example.org/sitemap.xml", address.Of("/sitemap.xml"));
        Assert.Equal("https://care.example.org/", address.Of(Language.English, "/"));
        Assert.Equal("https://care.example.org/es", address.Of(Language.Spanish, "/"));
        Assert.Equal("https://care.example.org/es/care/mutual-aid", address.Of(Language.Spanish, "/care/mutual-aid"));
    }

    /// <summary>A server that has come as far as knowing its address.</summary>
    private sealed class Listening : IServer
    {
        public Listening(string? address)
        {
            var addresses = new ServerAddressesFeature();
            if (address is not null)
            {
                addresses.Addresses.Add(address);
            }

            Features.Set<IServerAddressesFeature>(addresses);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
