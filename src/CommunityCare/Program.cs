using CommunityCare.Cli;
using CommunityCare.Store;

try
{
    return await Commands.RunAsync(args);
}
catch (StartException e)
{
    // What its keeper can mend is told in one line; anything else deserves its stack trace.
    Console.Error.WriteLine(e.Message);
    return 1;
}
