using System.Globalization;
using CommunityCare.Store;
using Serilog;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace CommunityCare.Web;

/// <summary>Everything about Serilog is in this file, so that the way it is plugged in can change in one place.</summary>
internal static class Logging
{
    private const int DaysKept = 14;

    public static void AddLogs(this WebApplicationBuilder builder, DataFolder data)
    {
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Information()

            // The framework's own request lines hold query strings and addresses; ours does not.
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)

            // Whoever sends a changed cookie would fill the log with traces.
            .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Fatal)

            // Keys are kept in the data folder, which only its owner can read.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error);

        // Looking for sinks in every assembly takes a while: only for those who ask for it.
        if (builder.Configuration.GetSection("Serilog").Exists())
        {
            configuration.ReadFrom.Configuration(builder.Configuration);
        }

        var logger = configuration

            // Whatever the configuration says: these lines hold what readers typed.
            .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.AspNetCore.Routing", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.AspNetCore.StaticFiles", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.AspNetCore.StaticAssets", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.AspNetCore.HttpLogging", LogEventLevel.Fatal)

            // What stops a start is told in one line on the console, by the program's entry.
            .Filter.ByExcluding(e => e.MessageTemplate.Text == "Hosting failed to start")
            .WriteTo.Console(new Lines(timed: false))
            .WriteTo.File(
                new Lines(timed: true),
                Path.Combine(data.Logs, "site-.log"),
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: DaysKept,
                fileSizeLimitBytes: 20_000_000,
                rollOnFileSizeLimit: true,
                shared: true)
            .CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(logger, dispose: true)

            // Somebody who listens makes the framework begin an activity and a scope for every request.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
    }

    /// <param name="timed">With its time and who says it before each line; the console's reader has a clock.</param>
    private sealed class Lines(bool timed) : ITextFormatter
    {
        private readonly string _before = timed ? $" INF {typeof(RequestLog).FullName}:" : "INF";
        private readonly MessageTemplateTextFormatter _one = new(
            (timed ? $"{{Timestamp:{RequestLines.TimeFormat}}} {{Level:u3}} {{SourceContext}}: " : "{Level:u3} ") + "{Message:lj}{NewLine}{Exception}",
            CultureInfo.InvariantCulture);

        public void Format(LogEvent logEvent, TextWriter output)
        {
            if (logEvent.Properties.GetValueOrDefault(RequestLines.Name) is not ScalarValue { Value: string lines })
            {
                _one.Format(logEvent, output);
                return;
            }

            foreach (var line in lines.AsSpan().EnumerateLines())
            {
                if (line.Length > RequestLines.TimeLength)
                {
                    output.Write(timed ? line[..RequestLines.TimeLength] : []);
                    output.Write(_before);
                    output.WriteLine(line[RequestLines.TimeLength..]);
                }
            }
        }
    }
}
