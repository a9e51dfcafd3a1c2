import { defineError } from '../kernel/index.js';

export const SignInFailedError = defineError('SIGN_IN_FAILED', {
  status: 401,
  zh: '账号或密码不正确，或账号已停用。请核对后重试；忘记密码请联系管理员重置。',
  en: 'The login or the password is wrong, or the account is closed. Check both and try again; an administrator can reset a forgotten password.',
});

export const SignInLockedError = defineError('SIGN_IN_LOCKED', {
  status: 429,
  zh: '连续登录失败次数过多，请在 {seconds} 秒后重试；忘记密码请联系管理员重置。',
  en: 'Too many failed sign-ins. Try again in {seconds} seconds; an administrator can reset a forgotten password.',
});

export const WrongPasswordError = defineError('WRONG_PASSWORD', {
  status: 400,
  zh: '当前密码不正确。请重新输入；忘记密码请联系管理员重置。',
  en: 'The current password is wrong. Enter it again; an administrator can reset a forgotten password.',
});

export const PasswordChangeRequiredError = defineError('PASSWORD_CHANGE_REQUIRED', {
  status: 403,
  zh: '您使用的是一次性密码。请先修改密码，再继续操作。',
  en: 'You signed in with a one-time password. Change it first, then go on.',
});

export const LoginTakenError = defineError('LOGIN_TAKEN', {
  status: 409,
  zh: '账号「{login}」已被使用。请换一个账号。',
  en: 'The login "{login}" is taken. Choose another one.',
});

export const LastAdministratorError = defineError('LAST_ADMINISTRATOR', {
  status: 409,
  zh: '这是最后一位在用的管理员，不能停用或取消其管理员角色。请先指定另一位管理员。',
  en: 'This is the last active administrator, who can be neither deactivated nor lose the role. Appoint another one first.',
});

export const UnitNameTakenError = defineError('UNIT_NAME_TAKEN', {
  status: 409,
  zh: '已有名为「{name}」的单位。请换一个名称，或修改原有单位。',
  en: 'There is already a unit named "{name}". Choose another name, or change that unit.',
});

export const ScopeNotHeldError = defineError('SCOPE_NOT_HELD', {
  status: 403,
  zh: '密钥不能带有权限「{scopes}」：您没有这些权限，或它们只能由本人操作。请去掉后重试。',
  en: 'The key cannot carry "{scopes}": you do not hold these permissions, or a person must use them. Leave them out and try again.',
});
